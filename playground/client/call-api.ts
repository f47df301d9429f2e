import * as oauth from 'oauth4webapi';
import { local } from './metadata.ts';
import { type Proofs, withNonce } from './proofs.ts';
import { settings } from './settings.ts';

/** Calls the API with the token. Throws with the API's own words when it refuses. */
export async function callApi(token: string, path: string, proofs?: Proofs): Promise<void> {
  const url = new URL(path, settings.api);
  const options = { ...local, ...proofs };
  const answer = await withNonce(() =>
    oauth.protectedResourceRequest(token, 'GET', url, undefined, null, options),
  ).catch(refusal);
  const body = (await answer.json()) as { message?: string };
  if (!answer.ok) throw new Error(`the API answered ${answer.status}: ${body.message}`);
}

/** The API's refusal, whose message apps show. */
function refusal(error: unknown): Response {
  if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response;
  throw error;
}
