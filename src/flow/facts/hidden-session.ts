import { isRemoval } from '../../http/cookie-scope.ts';
import type { Exchange } from '../../http/exchange.ts';
import { isAsSent, requestCookies } from '../../http/request-cookies.ts';
import { parseUrl } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import type { Flow, RecordingView } from '../flow.ts';
import { isEmbeddedElsewhere } from './cookie-receiver.ts';

const NO_SESSION: ReadonlySet<string | undefined> = new Set([
  'login_required',
  'interaction_required',
  'account_selection_required',
]);

/** Cookies that the authorization server got in a window, and not in a frame of another site. */
export interface HiddenSession {
  readonly server: string;
  readonly names: readonly string[];
  /** Milliseconds between the two requests. */
  readonly before: number;
}

/**
 * The session that a server did not see in a frame, when it answered that nobody is logged in. Null
 * when it may be right: no cookie was seen before, or one of them was removed since.
 */
export function hiddenSession(
  { params }: AuthorizationResponse,
  { request, recording }: Flow,
): HiddenSession | null {
  if (!request || !NO_SESSION.has(params.get('error'))) return null;
  return hiddenIn(request.exchange, recording);
}

/**
 * The cookies that a host got in a window, when it got none in this frame of another site. Null when
 * none was seen before, or one of them was removed since.
 */
export function hiddenIn(
  exchange: Exchange,
  { cookies }: Pick<RecordingView, 'cookies'>,
): HiddenSession | null {
  if (!isAsSent(exchange) || requestCookies(exchange).length > 0) return null;
  if (!isEmbeddedElsewhere(exchange, cookies)) return null;
  const host = parseUrl(exchange.request.url)?.hostname ?? '';
  const visit = cookies.visitOf(host, exchange.startedAt);
  if (visit?.source !== exchange.source) return null;
  const names = (visit.sent ?? []).filter((name) => cookiePurpose(name) !== 'other');
  const isGone = (name: string): boolean => {
    const last = cookies.lastSetting(name, exchange.startedAt, (one) => one.host === host);
    const set = last?.set.findLast((one) => one.name === name);
    return last !== null && set !== undefined && isRemoval(set, last.endedAt);
  };
  if (names.length === 0 || names.some(isGone)) return null;
  return { server: host, names, before: exchange.startedAt - visit.startedAt };
}
