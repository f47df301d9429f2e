import type { Visit } from '../../correlation/visit.ts';
import { cookieLoss } from '../../http/cookie-loss.ts';
import { isInScope, isRemoval } from '../../http/cookie-scope.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Cookie, isAsSent, requestCookies } from '../../http/request-cookies.ts';
import type { SetCookie } from '../../http/set-cookie.ts';
import { cookiePurpose, isFormToken } from '../../oauth/registry/cookie-names.ts';
import type { LossOfCookie } from '../../words/cookie-losses.ts';
import type { Flow } from '../flow.ts';
import { receiverOf } from './cookie-receiver.ts';
import type { FailedReturn } from './failed-return.ts';
import { isOfAnotherLogin } from './login-start.ts';

/**
 * A cookie that was set and did not come back where its lack ended the attempt.
 * `login`: the application needs it at its callback. `session`: the callback set it, and the next
 * page lacks it. `server`: the authorization server needs it at its own pages.
 */
export interface LostCookie {
  readonly role: 'login' | 'session' | 'server';
  readonly cookie: SetCookie;
  readonly setBy: Visit;
  /** The request that lacks it, and the index of its message in the flow. */
  readonly request: Exchange;
  readonly message: number;
  /**
   * `another-login`: another login put its own value in the place or removed it. `other-value`: it
   * came with a value that no recorded response set. `removed`: a later response removed it.
   * `unknown`: nothing in the recording keeps it from being sent.
   */
  readonly loss: LossOfCookie;
  /** The response that replaced or removed it. */
  readonly replacedBy: Visit | null;
  /** How the application shows the failure. */
  readonly failed: FailedReturn | null;
}

/** What is known about the cookie that an attempt failed of. */
export type CookieFate =
  | { readonly lost: LostCookie }
  /** The recorder does not show `Cookie` fields; this cookie would be asked for. */
  | { readonly unseen: SetCookie; readonly message: number };

/** Whether the request shows its cookies, or their absence. */
export function showsCookies(exchange: Exchange, { recording }: Flow): boolean {
  return isAsSent(exchange) && recording.cookies.shows(exchange.source);
}

/** Why a cookie is not among those of a request; null when it is there with its value. */
export function lossOf(
  { cookie, setBy }: Pick<LostCookie, 'cookie' | 'setBy'>,
  request: Exchange,
  from: string | null,
  flow: Flow,
): Pick<LostCookie, 'loss' | 'replacedBy'> | null {
  const { cookies } = flow.recording;
  const sent = requestCookies(request).filter(({ name }) => name === cookie.name);
  if (sent.length > 0) {
    const other = sent.some(({ value }) => value === cookie.value) ? null : sent[0];
    return other ? replacement(cookie, other, request, flow) : null;
  }
  const receiver = receiverOf(request, from, cookies);
  const loss = cookieLoss(cookie, { url: setBy.url, at: setBy.endedAt }, receiver);
  if (loss) return { loss, replacedBy: null };
  const removal = removalOf(cookie, setBy, request, flow);
  if (!removal) return { loss: 'unknown', replacedBy: null };
  return {
    loss: isOfAnotherLogin(removal, flow) ? 'another-login' : 'removed',
    replacedBy: removal,
  };
}

/** Whose value came instead of the one that the login had set; null when that is no loss. */
function replacement(
  { name }: SetCookie,
  other: Cookie,
  { startedAt }: Exchange,
  { recording, request }: Flow,
): Pick<LostCookie, 'loss' | 'replacedBy'> | null {
  const by = recording.cookies.settingOf(name, other.value, startedAt);
  if (by)
    return isOfAnotherLogin(by, { request }) ? { loss: 'another-login', replacedBy: by } : null;
  const isFixed = cookiePurpose(name) === 'login' && !isFormToken(name);
  return isFixed ? { loss: 'other-value', replacedBy: null } : null;
}

/** The last response before the request that touched the cookie, when it removed it. */
function removalOf(
  { name }: SetCookie,
  setBy: Visit,
  request: Exchange,
  { recording }: Flow,
): Visit | null {
  const touches = (visit: Visit): boolean =>
    visit.source === setBy.source &&
    visit.set.some((one) => one.name === name && isInScope(one, visit.url, request.request.url));
  const visit = recording.cookies.lastSetting(name, request.startedAt, touches);
  if (!visit || visit.id === setBy.id || visit.startedAt < setBy.startedAt) return null;
  const removes = visit.set.findLast((one) => one.name === name);
  return removes && isRemoval(removes, visit.endedAt) ? visit : null;
}
