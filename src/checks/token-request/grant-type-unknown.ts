import { nearMiss } from '../../http/near-miss.ts';
import { GRANT_TYPES } from '../../oauth/values/grants.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const EXPECTED =
  'authorization_code, refresh_token, client_credentials or the URN of an extension grant';

export default defineCheck({
  title: 'grant_type is not a known grant',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A server knows a grant by its exact string. Another spelling, such as "code" or "authorisation_code", is an unknown grant.',
  fix: 'Use the exact grant_type that the specification defines.',
  specs: [rfc(6749, '4.1.3'), rfc(6749, '5.2')],
  explains: [
    'token-error-unsupported-grant-type',
    'token-error-invalid-request',
    'token-error-invalid-grant',
  ],
  subject: 'token-request',
  *check({ grantType, grant, response }, flow) {
    if (!grantType || grant !== null || response.outcome === 'tokens') return;
    const advertised = flow.metadata?.metadata?.grant_types_supported;
    if (Array.isArray(advertised) && advertised.includes(grantType)) return;
    // Extension grants are URIs (RFC 6749 section 4.5). Only the server's refusal shows that one is
    // wrong.
    const refused = response.error === 'unsupported_grant_type';
    if ((/^[a-z][a-z0-9+.-]*:/i.test(grantType) || grantType === 'pkce') && !refused) return;
    if (isKnownToServer(response.error) && !isMisspelled(grantType)) return;
    yield {
      at: parameter('grant_type'),
      observed: `grant_type is ${quote(grantType)}.`,
      expected: EXPECTED,
      ...(response.outcome === 'error' ? {} : { severity: 'warning' as const }),
    };
  },
});

/** Errors with which a server answers a grant that it does not know. */
const UNKNOWN_GRANT = new Set(['unsupported_grant_type', 'invalid_request', 'unauthorized_client']);

/** Whether the server judged what was handed in, and not the grant: it has a grant of that name. */
function isKnownToServer(error: string | null): boolean {
  return error !== null && !UNKNOWN_GRANT.has(error);
}

function isMisspelled(grantType: string): boolean {
  const name = grantType.toLowerCase().replace(/[-\s]/g, '_');
  return ['code', ...GRANT_TYPES].some((known) => name === known || nearMiss(name, known) !== null);
}
