import { memoised } from '../../http/memo.ts';
import type { Flow } from '../flow.ts';
import { type CookieFate, lossOf, showsCookies } from './cookie-fate.ts';
import { type FailedReturn, failedReturn } from './failed-return.ts';
import { loginCookies } from './login-cookies.ts';
import { cachedStart } from './login-start.ts';
import { serverCookieFate } from './server-cookies.ts';
import { sessionCookieFate } from './session-cookies.ts';

/** The cookie whose loss ended the attempt; null when none was lost. */
export const lostCookie = memoised((flow: Flow): CookieFate | null => {
  const failed = failedReturn(flow);
  if (!failed) return serverCookieFate(flow);
  // What an old redirect set is gone for that reason, whatever else may be said of it.
  if (cachedStart(flow)) return null;
  return loginCookieFate(flow, failed) ?? sessionCookieFate(flow, failed);
});

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
    if (found)
      return {
        lost: { role: 'login', cookie, setBy, request: exchange, message, failed, ...found },
      };
  }
  return null;
}
