import { presence, startsFlow, wasAccepted } from '../../flow/facts/attempt.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import { cannotTell, defineCheck, parameter, rfc } from '../check.ts';

const DIGEST = /^[A-Za-z0-9_-]{43}$/;

export default defineCheck({
  title: 'code_challenge is sent without code_challenge_method',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'Without a method the server assumes plain and compares the verifier itself with the challenge, which is its hash.',
  fix: 'Add code_challenge_method=S256 to the authorization request.',
  specs: [rfc(7636, '4.3')],
  explains: [
    'pkce-method-plain',
    'pkce-verifier-mismatch',
    'token-error-invalid-grant',
    'authz-error-invalid-request',
  ],
  subject: 'authorization-request',
  *check(message, flow) {
    const challenge = message.effective('code_challenge') ?? '';
    if (!startsFlow(message, flow) || !DIGEST.test(challenge)) return;
    if (presence(message, 'code_challenge_method') !== 'absent') return;
    const refused = /code.?challenge.?method|transform algorithm/i.test(refusalText(flow));
    const fact = flow.facts.pkce[0];
    if (!fact && !refused) {
      if (wasAccepted(flow))
        yield cannotTell('The verifier was not seen, so the challenge may be a plain one.');
      return;
    }
    if (fact && fact.s256 !== challenge) return;
    const worked = flow.tokenRequests.some(({ response }) => response.outcome === 'tokens');
    yield {
      at: parameter('code_challenge_method'),
      observed: fact
        ? 'The challenge is the S256 hash of the verifier, but the request does not say so.'
        : 'The challenge has the form of a hash, and the server asks for its method.',
      expected: 'code_challenge_method=S256',
      severity: worked ? 'info' : 'error',
    };
  },
});
