import { idTokenJwt, serverTime } from '../../flow/facts/id-token.ts';
import { isOfLogin } from '../../flow/facts/login-tokens.ts';
import { isByClient } from '../../flow/facts/moments.ts';
import type { Flow } from '../../flow/flow.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import { numericClaim } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { cannotTell, claim, defineCheck, oidc } from '../check.ts';

const LEEWAY = 60_000;

export default defineCheck({
  title: 'The server did not ask the user to log in again',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'computed',
  why: 'With max_age or prompt=login the client wants a fresh login. The server answered with an older one, so whoever sits at the browser got in without a password.',
  fix: 'Have the server, and a broker in between, honour max_age and prompt=login; have the client compare auth_time before it trusts the login.',
  specs: [oidc('3.1.2.1'), oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const wanted = freshness(flow);
    if (!wanted || !isOfLogin(message) || mayHaveAsked(flow)) return;
    const authTime = numericClaim(idTokenJwt(message)?.claims ?? {}, 'auth_time');
    // A time in milliseconds is a different mistake.
    if (authTime === null || authTime > 1e11) return;
    const asked = askedAt(flow);
    if (asked === null) {
      yield cannotTell('Only the clock of a recorder shows when the login was asked for.');
      return;
    }
    const old = asked - authTime * 1_000;
    if (old <= wanted.seconds * 1_000 + LEEWAY) return;
    yield {
      at: claim('auth_time'),
      observed: `The authorization request had ${wanted.parameter}. By auth_time the user had logged in ${span(old)} before it.`,
      expected:
        wanted.seconds === 0
          ? 'A login after the request'
          : `A login in the last ${span(wanted.seconds * 1_000)}`,
    };
  },
});

/** Whether the server showed a page, on which the user may have logged in. */
function mayHaveAsked({ request, messages }: Flow): boolean {
  if (!request || redirectTarget(request.exchange) === null) return true;
  return messages.some(({ kind }) => kind === 'interaction');
}

/** How old the login may be, and the parameter that says so; null when any age will do. */
function freshness({ request }: Flow): { parameter: string; seconds: number } | null {
  const prompt = request?.effective('prompt')?.split(/\s+/) ?? [];
  if (prompt.includes('login')) return { parameter: 'prompt=login', seconds: 0 };
  const maxAge = request?.effective('max_age');
  return maxAge && /^\d{1,9}$/.test(maxAge)
    ? { parameter: `max_age=${quote(maxAge)}`, seconds: Number(maxAge) }
    : null;
}

/** When the request was made, by the clock of the server. */
function askedAt({ request, facts }: Flow): number | null {
  if (!request) return null;
  const time = serverTime(request.exchange);
  if (time !== null) return time;
  return isByClient(request.exchange)
    ? request.exchange.startedAt + (facts.clock?.offset ?? 0)
    : null;
}
