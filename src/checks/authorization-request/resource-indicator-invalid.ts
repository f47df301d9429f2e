import { refusalText } from '../../flow/facts/refusal.ts';
import { saidIn } from '../../flow/facts/said.ts';
import type { Flow } from '../../flow/flow.ts';
import type { MessageOf } from '../../oauth/message.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'resource is not an absolute URI, or has a fragment',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A resource indicator is the absolute URI of the API. A name without a scheme, or a part of a page, names no API.',
  fix: 'Send the identifier of the API as an absolute URI without a fragment, usually its https URL.',
  specs: [rfc(8707, '2')],
  explains: [
    'authz-error-invalid-target',
    'authz-error-invalid-request',
    'par-request-failed',
    'token-error-invalid-target',
    'token-error-invalid-request',
  ],
  subject: ['authorization-request', 'pushed-authorization-request', 'token-request'],
  *check(message, flow) {
    const wrong = message.params.all('resource').find((one) => faultOf(one) !== null);
    if (wrong === undefined) return;
    // Older servers take names that are no URI.
    if (!/invalid_target|\bresource\b/i.test(refusalOf(message, flow))) return;
    yield {
      at: parameter('resource'),
      observed: `resource is ${quote(wrong)}: ${faultOf(wrong)}. The server refused the request.`,
      expected: 'An absolute URI without a fragment',
    };
  },
});

function faultOf(resource: string): string | null {
  if (!/^[a-z][a-z0-9+.-]*:./i.test(resource))
    return 'it has no scheme, so that it is no absolute URI';
  return resource.includes('#') ? 'it has a fragment' : null;
}

/** What the server said when it refused this request; empty when it did not. */
function refusalOf(
  message: MessageOf<'authorization-request' | 'pushed-authorization-request' | 'token-request'>,
  flow: Flow,
): string {
  switch (message.kind) {
    case 'authorization-request':
      return refusalText(flow);
    case 'token-request':
      return `${message.response.error ?? ''} ${message.response.errorDescription ?? ''}`;
    case 'pushed-authorization-request': {
      const { code, text } = saidIn(message.exchange);
      return message.requestUri === null ? `${code ?? ''} ${text ?? ''}` : '';
    }
  }
}
