import * as oauth from 'oauth4webapi';
import { local } from './metadata.ts';
import type { Returned, Variant } from './variant.ts';

/** Authorization responses that come otherwise than as a code in the query. */
export const responses: Readonly<Record<string, Variant>> = {
  jarm: { parameters: { response_mode: 'jwt' }, receive: receiveJwt },
  'jarm-query': { parameters: { response_mode: 'query.jwt' }, receive: receiveJwt },
  'jarm-fragment': { parameters: { response_mode: 'fragment.jwt' }, receive: receiveJwt },
  'jarm-form-post': { parameters: { response_mode: 'form_post.jwt' }, receive: receiveJwt },
  'jarm-other-audience': { parameters: { response_mode: 'query.jwt' }, receive: receiveJwt },
};

/** JWT Secured Authorization Response Mode section 2.4. */
async function receiveJwt({ as, client, parameters, secrets }: Returned): Promise<URLSearchParams> {
  return oauth.validateJwtAuthResponse(as, client, parameters, secrets.state, local);
}
