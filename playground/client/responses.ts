import * as oauth from 'oauth4webapi';
import { local } from './metadata.ts';
import type { Returned, Variant } from './variant.ts';

/** Authorization responses other than a code in the query. */
export const responses: Readonly<Record<string, Variant>> = {
  jarm: { parameters: { response_mode: 'jwt' }, receive: receiveJwt },
  'jarm-query': { parameters: { response_mode: 'query.jwt' }, receive: receiveJwt },
  'jarm-fragment': { parameters: { response_mode: 'fragment.jwt' }, receive: receiveJwt },
  'jarm-form-post': { parameters: { response_mode: 'form_post.jwt' }, receive: receiveJwt },
  'jarm-other-audience': { parameters: { response_mode: 'query.jwt' }, receive: receiveJwt },
  hybrid: { parameters: { response_type: 'code id_token' }, receive: receiveHybrid },
  'wrong-c-hash': { parameters: { response_type: 'code id_token' }, receive: receiveHybrid },
  implicit: { parameters: { response_type: 'id_token token' }, receive: receiveTokens },
  'implicit-id-token': { parameters: { response_type: 'id_token' }, receive: receiveTokens },
  'response-type-none': { parameters: { response_type: 'none' } },
  'sign-up': { parameters: { prompt: 'create' } },
};

/** Receives a JWT response (JARM section 2.4). */
async function receiveJwt({ as, client, parameters, secrets }: Returned): Promise<URLSearchParams> {
  return oauth.validateJwtAuthResponse(as, client, parameters, secrets.state, local);
}

/** Receives a hybrid response (OpenID Connect Core section 3.3.2). */
async function receiveHybrid(returned: Returned): Promise<URLSearchParams> {
  const { as, client, parameters, secrets } = returned;
  const { nonce, state } = secrets;
  const validate = oauth.validateCodeIdTokenResponse;
  return validate(as, client, parameters, nonce, state, undefined, local);
}

/**
 * Receives tokens of the implicit grant (RFC 6749 section 4.2.2). oauth4webapi has no support for
 * it.
 */
async function receiveTokens({ parameters, secrets }: Returned): Promise<URLSearchParams> {
  if (parameters.get('state') !== secrets.state) throw new Error('another login came back');
  return parameters;
}
