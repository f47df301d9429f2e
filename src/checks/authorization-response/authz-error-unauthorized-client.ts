import type { Flow } from '../../flow/flow.ts';
import { responseTypes } from '../../oauth/values/response-type.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';
import { unlikeTheOneThatWorked } from '../shared/changed-request-words.ts';
import type { Evidence } from '../shared/evidence.ts';

export default authorizationErrorCheck({
  code: 'unauthorized_client',
  setting: 'grant-types',
  title: 'The client may not use this flow',
  severity: 'error',
  owner: 'registration',
  why: 'The registration of the client does not allow this response type or grant.',
  fix: 'Enable the authorization code flow for the client, or use the client_id that has it.',
  evidence: (_, flow) => askedFor(flow),
  specs: [rfc(6749, '4.1.2.1')],
});

/** What the request asked for, and how it differs from one that worked. */
function askedFor(flow: Flow): Evidence | null {
  const types = [...responseTypes(flow.request)];
  if (types.length === 0) return null;
  const implicit = types.filter((type) => type === 'token' || type === 'id_token');
  const unlike = unlikeTheOneThatWorked(flow);
  return {
    told: `The request has response_type ${quote(types.join(' '))}.${unlike.text}`,
    references: unlike.references,
    ...(implicit.length > 0
      ? {
          fix: `Send response_type=code with PKCE, which needs no ${list(implicit)} from the authorization endpoint, or allow the implicit flow for this client.`,
        }
      : {}),
  };
}
