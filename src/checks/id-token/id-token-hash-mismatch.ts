import type { IdTokenBearer } from '../../flow/facts/id-token.ts';
import { boundHashes } from '../../flow/facts/id-token-hashes.ts';
import { failedWith, wentOnWith } from '../../flow/facts/id-token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'A hash in the ID token does not match what came with it',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The hash binds the ID token to the access token, the code or the state beside it. A client that compares them refuses the response.',
  fix: 'Compute the hash over the very value that is sent, with the hash function of the alg of the ID token. Look for something that replaces the token afterwards.',
  specs: [oidc('3.1.3.6'), oidc('3.3.2.11')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    for (const { name, hash, of, computed } of boundHashes(message, flow)) {
      if (hash === computed) continue;
      yield {
        at: claim(name),
        observed: `${name} is ${quote(hash, 60)}; the ${of} beside the ID token has ${quote(computed, 60)}.`,
        expected: quote(computed, 60),
        ...(isRejected(message, flow) ? {} : { severity: 'info' }),
      };
    }
  },
});

/** A client has to compare in the front channel only (section 3.1.3.8). */
function isRejected(message: IdTokenBearer, flow: Flow): boolean {
  return message.kind === 'token-request' ? failedWith(message, flow) : !wentOnWith(message, flow);
}
