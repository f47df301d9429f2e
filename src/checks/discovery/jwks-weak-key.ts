import { tokensWorkedAfter } from '../../flow/facts/discovery.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { keysIn } from '../../oauth/values/key-set.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';

const SHORTEST = 2_048;
/** Shorter ones stand in documentation and tests; nobody signs with them. */
const SHORTEST_REAL = 512;

export default defineCheck({
  title: 'A key of the server is too short',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'computed',
  why: 'RSA signatures need a key of at least 2048 bits. Many libraries, and browsers with them, refuse to use a shorter one.',
  fix: 'Replace the key with an RSA key of 2048 bits or more, or with one for ES256.',
  specs: [rfc(7518, '3.3')],
  subject: 'jwks-request',
  *check(message, flow) {
    for (const key of keysIn(message.exchange) ?? []) {
      const modulus = key.kty === 'RSA' && key.use !== 'enc' ? stringMember(key, 'n') : null;
      const bits = modulus === null ? SHORTEST : Math.floor((modulus.length * 6) / 8) * 8;
      if (bits >= SHORTEST || bits < SHORTEST_REAL) continue;
      const kid = stringMember(key, 'kid');
      yield {
        at: member('keys'),
        observed: `${kid === null ? 'An RSA key' : `The RSA key ${quote(kid, 80)}`} has ${bits} bits.`,
        expected: `At least ${SHORTEST} bits`,
        ...(tokensWorkedAfter(flow, message) ? { severity: 'info' } : {}),
      };
    }
  },
});
