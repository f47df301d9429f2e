import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { endOf, receivedAt } from '../../flow/facts/moments.ts';
import { numericClaim } from '../../oauth/values/jwt.ts';
import { span } from '../../words/times.ts';
import { cannotTell, claim, defineCheck, oidc, rfc } from '../check.ts';

const LEEWAY = 60_000;
/** More than the leeway of usual clients. */
const BEYOND_LEEWAY = 300_000;

export default defineCheck({
  title: 'ID token is from the future',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'Clients refuse a token that was issued, or becomes valid, after their own clock. One of the two clocks is wrong.',
  fix: 'Set the clocks of both machines, and allow 60 s of difference when validating tokens.',
  specs: [oidc('3.1.3.7'), rfc(7519, '4.1.5')],
  subject: ['token-request', 'authorization-response'],
  *check(message) {
    const jwt = idTokenJwt(message);
    if (!jwt) return;
    const local = receivedAt(message.exchange);
    const arrived = local ?? endOf(message.exchange);
    for (const name of ['nbf', 'iat']) {
      const seconds = numericClaim(jwt.claims, name);
      // A time in milliseconds is a different mistake.
      if (seconds === null || seconds > 1e11) continue;
      const ahead = seconds * 1_000 - arrived;
      if (ahead <= LEEWAY) continue;
      if (local === null) {
        yield cannotTell(
          'Only the clock of a recorder shows when the token arrived, not the clock of the client.',
        );
        return;
      }
      yield {
        at: claim(name),
        observed: `${name} is ${seconds}, and the token arrived ${span(ahead)} before that moment by the clock of this browser.`,
        expected: 'A time in the past',
        severity: ahead > BEYOND_LEEWAY ? 'error' : 'warning',
      };
      return;
    }
  },
});
