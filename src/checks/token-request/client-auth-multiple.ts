import { list } from '../../words/numbers.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'More than one client authentication method in one request',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A client must not use more than one method per request, and servers refuse it. Libraries that are set up for header and body both do this.',
  fix: 'Choose one client authentication method in the settings of the client.',
  specs: [rfc(6749, '2.3')],
  explains: ['token-error-invalid-request', 'token-error-invalid-client'],
  subject: 'token-request',
  *check({ params, basic, response }) {
    const methods = [
      basic?.secret ? 'Authorization: Basic' : null,
      params.get('client_secret') ? 'client_secret in the body' : null,
      params.get('client_assertion') ? 'client_assertion' : null,
    ].filter((method) => method !== null);
    if (methods.length < 2) return;
    yield {
      at: header('Authorization'),
      observed: `The token request authenticates the client by ${list(methods)}.`,
      expected: 'One method',
      severity: response.outcome === 'tokens' ? 'warning' : 'error',
    };
  },
});
