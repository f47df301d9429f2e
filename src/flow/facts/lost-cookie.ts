import { visitOf } from '../../correlation/visit.ts';
import { isRemoval } from '../../http/cookie-scope.ts';
import { memoised } from '../../http/memo.ts';
import type { Flow } from '../flow.ts';
import { type CookieFate, type LostCookie, lossOf, showsCookies } from './cookie-fate.ts';
import { type FailedReturn, failedReturn } from './failed-return.ts';
import { loginCookies } from './login-cookies.ts';
import { cachedStart } from './login-start.ts';
import { wordsOf } from './page-text.ts';
import { serverCookieFate } from './server-cookies.ts';
import { sessionCookieFate } from './session-cookies.ts';

/** The cookie whose loss ended the attempt; null when none was lost. */
export const lostCookie = memoised((flow: Flow): CookieFate | null => {
  const failed = failedReturn(flow);
  if (!failed) return serverCookieFate(flow);
  // What an old redirect set is gone for that reason, whatever else may be said of it.
  if (cachedStart(flow)) return null;
  // A callback that set a session did find the cookie of its login.
  return (
    sessionCookieFate(flow, failed) ?? (madeSession(failed) ? null : loginCookieFate(flow, failed))
  );
});

function madeSession({ how, response: { exchange } }: FailedReturn): boolean {
  const setBy = how === 'login-again' ? visitOf(exchange) : null;
  return setBy?.set.some((cookie) => !isRemoval(cookie, setBy.endedAt)) ?? false;
}

function loginCookieFate(flow: Flow, failed: FailedReturn): CookieFate | null {
  const { response, message } = failed;
  const { exchange } = response;
  const set = loginCookies(flow, response);
  const [first] = set;
  if (!first) return null;
  if (!showsCookies(exchange, flow)) return { unseen: first.cookie, message };
  for (const { cookie, setBy, rank } of set) {
    // A session that lacks may belong to no login. What does belong to it came back.
    if (rank === 1 && first.rank > 1) return null;
    const found = lossOf({ cookie, setBy }, exchange, response.issuedBy?.request.url ?? null, flow);
    if (found && !(isGuess(found) && blamesOther(failed)))
      return {
        lost: { role: 'login', cookie, setBy, request: exchange, message, failed, ...found },
      };
  }
  return null;
}

/** Whether it is only inferred that the lack of the cookie ended the attempt. */
function isGuess({ loss }: Pick<LostCookie, 'loss'>): boolean {
  return loss === 'unknown' || loss === 'other-value';
}

const OF_STATE =
  /state|cookie|csrf|xsrf|correlation|session|nonce|verifier|no login|login .{0,20}(?:start|expire)/i;
const OF_OTHER =
  /client|secret|redirect.?uri|issuer|audience|signature|scope|permission|denied|forbidden|not allowed|not authorized|database|sql|fetch|econn|timed? ?out|certificate|tenant|domain|already exists|not found/i;

/** Whether the page says that something else was wrong. */
function blamesOther({ shown }: FailedReturn): boolean {
  const words = wordsOf(shown.exchange) ?? '';
  return !OF_STATE.test(words) && OF_OTHER.test(words);
}
