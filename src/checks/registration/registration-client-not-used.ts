import { startsFlow } from '../../flow/facts/attempt.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import { redirectUrisOf } from '../../oauth/kinds/registration-request.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The login does not use the client that was registered for it',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The client registered itself and then sent another client_id, which this server refuses: that of an earlier registration, or of another server.',
  fix: 'Store the client_id of the registration for each issuer, and delete the one that the server no longer knows.',
  specs: [rfc(7591, '3.2.1')],
  explains: [
    'error-page-client-unknown',
    'error-page-shown',
    'authz-error-unauthorized-client',
    'authz-error-unknown-code',
    'authz-error-invalid-request',
  ],
  subject: 'authorization-request',
  *check(request, flow) {
    const { startedAt } = request.exchange;
    const sent = request.effective('client_id');
    const redirectUri = request.effective('redirect_uri');
    const refusal = refusalText(flow);
    if (!sent || !redirectUri || !startsFlow(request, flow) || !/client/i.test(refusal)) return;
    if (/redirect|scope|response.?type/i.test(refusal)) return;
    const made = flow.recording.lastRegistration(request.endpoint, startedAt);
    if (made === null || made.clientId === null || made.clientId === sent) return;
    // Another application may have registered itself.
    if (!redirectUrisOf(made).includes(redirectUri)) return;
    yield {
      at: parameter('client_id'),
      observed: `client_id is ${quote(sent)}. ${span(startedAt - made.exchange.startedAt)} earlier the server registered ${quote(made.clientId)} with this redirect URI.`,
      expected: quote(made.clientId),
    };
  },
});
