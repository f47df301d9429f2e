import { presence, startsFlow } from '../../flow/facts/attempt.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';
import { advice } from '../shared/advice.ts';

export default defineCheck({
  title: 'PKCE uses plain instead of S256',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'With plain the challenge is the secret itself, and it travels through the browser’s address bar. Servers increasingly refuse it.',
  fix: 'Send code_challenge_method=S256 and the SHA-256 of the verifier as code_challenge.',
  specs: [rfc(7636, '4.2'), rfc(9700, '2.1.1')],
  explains: ['authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || presence(message, 'code_challenge') !== 'present') return;
    const method = message.effective('code_challenge_method');
    const provedPlain = !method && flow.facts.pkce.some(({ matches }) => matches === true);
    if (method !== 'plain' && !provedPlain) return;
    yield {
      at: parameter('code_challenge_method'),
      observed: method
        ? `code_challenge_method is ${quote(method)}.`
        : 'code_challenge_method is absent, and the verifier equals the challenge.',
      expected: 'S256',
      severity: advice(flow, 'warning'),
    };
  },
});
