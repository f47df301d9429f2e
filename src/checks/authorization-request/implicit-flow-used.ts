import { startsFlow } from '../../flow/facts/attempt.ts';
import { responseTypes } from '../../oauth/values/response-type.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { advice } from '../shared/advice.ts';

export default defineCheck({
  title: 'Implicit flow: the access token comes back in the URL',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The token ends up in the address bar, in the history and in reach of every script of the page, and nothing binds it to this client.',
  fix: 'Use response_type=code with PKCE, and let the token endpoint allow the origin of the application.',
  specs: [rfc(9700, '2.1.2')],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || !responseTypes(message).has('token')) return;
    yield {
      at: parameter('response_type'),
      observed: `response_type is ${quote(message.effective('response_type') ?? '')}.`,
      expected: 'code',
      severity: advice(flow, 'warning'),
    };
  },
});
