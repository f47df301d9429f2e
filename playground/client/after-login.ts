import * as oauth from 'oauth4webapi';
import { local } from './metadata.ts';
import { type Proofs, withNonce } from './proofs.ts';
import { settings } from './settings.ts';
import { attempt } from './status.ts';
import { variantOf } from './variant.ts';

interface Login {
  readonly as: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly name: string;
  readonly tokens: oauth.TokenEndpointResponse;
  /** What the tokens came in. */
  readonly answer: Response;
  readonly proofs: Proofs | undefined;
}

/** What an app does once it has tokens; answers what the person gets to see. */
export async function afterLogin(login: Login): Promise<string | null> {
  if (login.name === 'leaves-at-once') {
    attempt.leaveNote({ name: login.name, text: 'Logged in, and left the callback page.' });
    location.replace('/');
    return null;
  }
  await oauth.validateApplicationLevelSignature(login.as, login.answer, local);
  const token = login.tokens.access_token;
  // A token for one API is none for userinfo (RFC 8707 section 2.2).
  const forOneApi = variantOf(login.name).redemption?.resource !== undefined;
  const person = forOneApi ? 'somebody' : await userinfo(login);
  const lifetime = login.tokens.expires_in ?? 0;
  if (login.name === 'expired-token-api') await seconds(lifetime + 1);
  await callApi(
    token,
    login.name === 'insufficient-scope' ? '/api/notes' : '/api/me',
    login.proofs,
  );
  if (login.name === 'clean') {
    // A client that refreshes a fresh token is not clean.
    await seconds(lifetime / 2);
    await refresh(login);
  }
  return `Logged in as ${person}.`;
}

async function userinfo({ as, client, tokens, proofs }: Login): Promise<string> {
  const options = { ...local, ...proofs };
  const answer = await withNonce(() =>
    oauth.userInfoRequest(as, client, tokens.access_token, options),
  );
  const subject = oauth.getValidatedIdTokenClaims(tokens)?.sub ?? '';
  const claims = await oauth.processUserInfoResponse(as, client, subject, answer);
  return claims.name ?? claims.sub;
}

/** Calls the API with the token; throws with the API's own words when it refuses. */
export async function callApi(token: string, path: string, proofs?: Proofs): Promise<void> {
  const url = new URL(path, settings.api);
  const options = { ...local, ...proofs };
  const answer = await withNonce(() =>
    oauth.protectedResourceRequest(token, 'GET', url, undefined, null, options),
  ).catch(refusal);
  const body = (await answer.json()) as { message?: string };
  if (!answer.ok) throw new Error(`the API answered ${answer.status}: ${body.message}`);
}

/** What the API answered instead: apps show its message. */
function refusal(error: unknown): Response {
  if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response;
  throw error;
}

async function refresh({ as, client, tokens }: Login): Promise<void> {
  const old = tokens.refresh_token ?? '';
  const auth = oauth.None();
  const answer = await oauth.refreshTokenGrantRequest(as, client, auth, old, local);
  const renewed = await oauth.processRefreshTokenResponse(as, client, answer);
  await callApi(renewed.access_token, '/api/me');
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
