import { startsFlow } from '../../flow/facts/attempt.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The browser sends another client_id than the pushed request',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A request_uri belongs to the client that pushed the request, and the server refuses it from another one.',
  fix: 'Send in the authorization request the client_id of the client that pushed it.',
  specs: [rfc(9126, '4')],
  explains: [
    'authz-error-invalid-request',
    'authz-error-invalid-request-uri',
    'authz-error-unauthorized-client',
    'error-page-client-unknown',
    'error-page-shown',
    'par-request-uri-expired',
  ],
  subject: 'authorization-request',
  *check(request, flow) {
    const sent = request.params.get('client_id');
    const requestUri = request.params.get('request_uri');
    if (!sent || !requestUri || !startsFlow(request, flow) || refusalText(flow) === '') return;
    const pushed = flow.recording.pushedRequest(requestUri)?.params.get('client_id');
    if (!pushed || pushed === sent) return;
    yield {
      at: parameter('client_id'),
      observed: `client_id is ${quote(sent)}, and ${quote(pushed)} pushed the request of this request_uri. The server refused it.`,
      expected: quote(pushed),
    };
  },
});
