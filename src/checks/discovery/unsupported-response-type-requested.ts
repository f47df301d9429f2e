import { startsFlow } from '../../flow/facts/attempt.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, oidcDiscovery, parameter, rfc } from '../check.ts';
import { listedWords } from '../shared/listed-words.ts';

export default defineCheck({
  title: 'The metadata of the server does not list the requested response_type',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'response_type selects the flow, and the server has this one for no client, or it is switched off.',
  fix: 'Send a response_type that the metadata lists.',
  specs: [rfc(8414, '2'), oidcDiscovery('3')],
  explains: [
    'authz-error-unsupported-response-type',
    'authz-error-unauthorized-client',
    'authz-error-invalid-request',
    'error-page-shown',
  ],
  subject: 'authorization-request',
  *check(request, flow) {
    const asked = request.effective('response_type');
    const listed = jsonList(flow.metadata?.metadata?.response_types_supported);
    if (!asked || listed.length === 0 || !startsFlow(request, flow)) return;
    if (listed.some((one) => sorted(one) === sorted(asked))) return;
    if (!/response.?type/i.test(refusalText(flow))) return;
    const isCode = listed.includes('code');
    yield {
      at: parameter('response_type'),
      observed: `response_type is ${quote(asked)}. The server refused it, and its metadata lists ${listedWords(listed)}.`,
      expected: isCode ? 'code' : listedWords(listed),
      ...(isCode
        ? {
            fix: `Send response_type=code with PKCE, or switch on ${quote(asked)} at the server and for this client.`,
          }
        : {}),
    };
  },
});

/** The members count and not their order (OAuth 2.0 Multiple Response Types section 3). */
function sorted(responseType: string): string {
  return responseType.split(/\s+/).filter(Boolean).sort().join(' ');
}
