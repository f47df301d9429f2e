import * as oauth from 'oauth4webapi';
import { authorizationUrl } from './authorization.ts';
import type { Login } from './login.ts';
import { local } from './metadata.ts';
import { settings } from './settings.ts';

/** Logs in again because the API requires a stronger login (RFC 9470). */
export async function goAgainForApi({ as, name, tokens }: Login): Promise<string | null> {
  const url = new URL('/api/transfers', settings.api);
  const call = oauth.protectedResourceRequest;
  try {
    await (await call(tokens.access_token, 'GET', url, undefined, null, local)).json();
    return 'The API takes the better login.';
  } catch (error) {
    if (!(error instanceof oauth.WWWAuthenticateChallengeError)) throw error;
    await error.response.text();
    const wanted = error.cause[0]?.parameters.acr_values ?? '';
    const better = { acr_values: wanted, prompt: 'login' };
    location.assign(await authorizationUrl(as, name, better));
    return null;
  }
}
