import * as oauth from 'oauth4webapi';
import { authorizationUrl } from './authorization.ts';
import { callApi } from './call-api.ts';
import type { Login } from './login.ts';
import { local } from './metadata.ts';
import { settings } from './settings.ts';
import { wait } from './wait.ts';

const SOON = 250;

async function refresh({ as, client }: Login, token: string): Promise<string> {
  const auth = oauth.None();
  const answer = await oauth.refreshTokenGrantRequest(as, client, auth, token, local);
  const { refresh_token } = await oauth.processRefreshTokenResponse(as, client, answer);
  return refresh_token ?? token;
}

/** Gives the refresh token back, and goes on trying it as if it could become valid again. */
export async function refreshWithDeadToken(login: Login): Promise<string> {
  const { as, client, tokens } = login;
  const token = tokens.refresh_token ?? '';
  const auth = oauth.None();
  await oauth.processRevocationResponse(
    await oauth.revocationRequest(as, client, auth, token, local),
  );
  for (let round = 0; round < 6; round += 1) {
    await refresh(login, token).catch(() => null);
    await wait(SOON);
  }
  return 'The refresh token stays dead.';
}

/** Refreshes again and again although each answer has a fresh token. */
export async function refreshAllTheTime(login: Login): Promise<string> {
  let token = login.tokens.refresh_token ?? '';
  for (let round = 0; round < 12; round += 1) {
    token = await refresh(login, token);
    await wait(SOON);
  }
  return 'The tokens are as fresh as they were.';
}

/** Refreshes when the API refuses the expired token, and goes on without what it asked for. */
export async function refreshWithoutRepeating(login: Login): Promise<string> {
  const { access_token, expires_in = 0, refresh_token = '' } = login.tokens;
  await wait((expires_in + 1) * 1_000);
  await callApi(access_token, '/api/me').catch(() => null);
  const { as, client } = login;
  const auth = oauth.None();
  const answer = await oauth.refreshTokenGrantRequest(as, client, auth, refresh_token, local);
  const renewed = await oauth.processRefreshTokenResponse(as, client, answer);
  await wait(3_200);
  await callApi(renewed.access_token, '/api/shelf');
  return 'The tokens are new, and the first answer is still missing.';
}

/**
 * Asks for the scope that one call lacks, and for no other, so that the call before lacks its own
 * (RFC 6750 section 3.1).
 */
export async function askForOneScope({ as, name, tokens }: Login): Promise<string | null> {
  await callApi(tokens.access_token, '/api/shelf');
  const headers = { Authorization: `Bearer ${tokens.access_token}` };
  const refused = await fetch(new URL('/api/notes', settings.api), { headers });
  await refused.text();
  await wait(SOON);
  location.assign(await authorizationUrl(as, name, { scope: 'openid notes.write' }));
  return null;
}

/** Logs in again with `max_age`, and believes what comes. */
export async function logInAgain({ as, name }: Login): Promise<string | null> {
  if (sessionStorage.getItem('again') === name) {
    sessionStorage.removeItem('again');
    return 'Logged in again.';
  }
  sessionStorage.setItem('again', name);
  await wait(SOON);
  location.assign(await authorizationUrl(as, name, { max_age: '60' }));
  return null;
}

const ROUNDS = 3;

/** Asks for what the API wants, gets less, and asks again. */
export async function askAgainFor({ as, name, tokens }: Login): Promise<string | null> {
  const wanted = WANTED[name] ?? { path: '/api/me', extra: {} };
  const rounds = Number(sessionStorage.getItem('rounds')) + 1;
  const url = new URL(wanted.path, settings.api);
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
  await answer.text();
  if (answer.ok) return 'The API takes the token.';
  sessionStorage.setItem('rounds', String(rounds));
  if (rounds > ROUNDS) {
    sessionStorage.removeItem('rounds');
    throw new Error('the API still refuses');
  }
  await wait(SOON);
  location.assign(await authorizationUrl(as, name, wanted.extra));
  return null;
}

interface Wanted {
  readonly path: string;
  readonly extra: Readonly<Record<string, string>>;
}

const WANTED: Readonly<Record<string, Wanted>> = {
  'step-up-ignored': { path: '/api/transfers', extra: { acr_values: 'urn:example:mfa' } },
};
