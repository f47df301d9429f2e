import { idTokenJwt, serverTime } from '../../flow/facts/id-token.ts';
import { endOf, receivedAt } from '../../flow/facts/moments.ts';
import { numericClaim } from '../../oauth/values/jwt.ts';
import { apart } from '../../words/times.ts';
import { cannotTell, claim, defineCheck, oidc } from '../check.ts';

const LEEWAY = 60_000;
/** More than the leeway of usual clients. */
const BEYOND_LEEWAY = 300_000;

export default defineCheck({
  title: 'ID token was already expired when it arrived',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'A client must refuse an expired token. It compares exp with the clock of the machine that it runs on.',
  fix: 'Set the clocks of both machines, and do not cache token responses.',
  specs: [oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message) {
    const { exchange } = message;
    const jwt = idTokenJwt(message);
    const exp = jwt ? numericClaim(jwt.claims, 'exp') : null;
    if (exp === null) return;
    const local = receivedAt(exchange);
    const server = serverTime(exchange);
    const refreshed = message.kind === 'token-request' && message.grant === 'refresh_token';
    const arrived = local ?? server ?? endOf(exchange);
    const overdue = arrived - exp * 1_000;
    const byServer = server !== null && exp * 1_000 <= server;
    if (!byServer && overdue <= LEEWAY) return;
    if (!byServer && local === null) {
      yield cannotTell(
        'Only the clock of a recorder shows when the token arrived, not the clock of the client.',
      );
      return;
    }
    const whose = byServer
      ? 'by the server’s own clock'
      : `by the clock of this browser${server === null ? '' : ', not by the server’s'}`;
    yield {
      at: claim('exp'),
      observed: `exp is ${exp}, and the token arrived ${apart(arrived, exp * 1_000)} that moment: expired ${whose}.`,
      expected: 'A time in the future',
      // Some servers return the ID token of the login again on each refresh.
      severity: !refreshed && (byServer || overdue > BEYOND_LEEWAY) ? 'error' : 'warning',
    };
  },
});
