import * as oauth from 'oauth4webapi';
import { callApi } from './call-api.ts';
import { endings } from './endings.ts';
import type { Login } from './login.ts';
import { local } from './metadata.ts';
import { withNonce } from './proofs.ts';
import { attempt } from './status.ts';
import { variantOf } from './variants.ts';
import { wait } from './wait.ts';

/** Uses the tokens as an app does. Returns what the user sees. */
export async function afterLogin(login: Login): Promise<string | null> {
  if (login.name === 'leaves-at-once') {
    attempt.leaveNote({ name: login.name, text: 'Logged in, and left the callback page.' });
    location.replace('/');
    return null;
  }
  if (login.tokens.id_token !== undefined)
    await oauth.validateApplicationLevelSignature(login.as, login.answer, local);
  const ending = endings[login.name];
  if (ending) return ending(login);
  const token = login.tokens.access_token;
  // A token for one API is not valid at userinfo (RFC 8707 section 2.2).
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
    // A correct client does not refresh a fresh token.
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

async function refresh({ as, client, tokens }: Login): Promise<void> {
  const old = tokens.refresh_token ?? '';
  const auth = oauth.None();
  const answer = await oauth.refreshTokenGrantRequest(as, client, auth, old, local);
  const renewed = await oauth.processRefreshTokenResponse(as, client, answer);
  await callApi(renewed.access_token, '/api/me');
}

function seconds(count: number): Promise<void> {
  return wait(count * 1_000);
}
