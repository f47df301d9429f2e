import { startsFlow, wasAccepted } from '../../flow/facts/attempt.ts';
import { isBroken } from '../../flow/facts/broken.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'redirect_uri has a wildcard instead of an exact URL',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'The server sends the browser to this URI, so it has to be a real one. Wildcards are for registrations, where servers allow them at all.',
  fix: 'Send the exact URL of the callback, and register that URL.',
  specs: [rfc(9700, '2.1'), rfc(6749, '3.1.2')],
  explains: ['error-page-redirect-mismatch', 'error-page-shown', 'authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    const value = message.effective('redirect_uri');
    if (!value || !startsFlow(message, flow) || wasAccepted(flow)) return;
    if (!/^[^?#]*\*/.test(value)) return;
    const refused = isBroken(message) || flow.responses.some(({ params }) => params.has('error'));
    yield {
      at: parameter('redirect_uri'),
      observed: `redirect_uri is ${quote(value)}, and no URL of the application has a "*" in it.`,
      expected: 'An exact URL',
      severity: refused ? 'error' : 'warning',
    };
  },
});
