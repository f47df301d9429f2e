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
 * The cookies that a host got or set in a window, when it got none in this frame of another site. Null
 * when none was seen before, or the session was removed since.
 */
export function hiddenIn(
  exchange: Exchange,
  { cookies }: Pick<RecordingView, 'cookies'>,
): HiddenSession | null {
  if (!isAsSent(exchange) || requestCookies(exchange).length > 0) return null;
  if (!isEmbeddedElsewhere(exchange, cookies)) return null;
  const host = parseUrl(exchange.request.url)?.hostname ?? '';
  const until = exchange.startedAt;
  const visit = cookies.visitOf(host, until);
  const setting = cookies
    .setAt(host, Number.NEGATIVE_INFINITY, until)
    .findLast((one) => one.document && !one.framed && one.set.some(isOfSession));
  const last = [visit, setting].filter((one) => one?.source === exchange.source);
  const isGone = (name: string): boolean => {
    const found = cookies.lastSetting(name, until, (one) => one.host === host);
    const set = found?.set.findLast((one) => one.name === name);
    return found !== null && set !== undefined && isRemoval(set, found.endedAt);
  };
  const names = new Set(
    last.flatMap((one) => [
      ...(one?.sent ?? []),
      ...(one?.set.filter(isOfSession) ?? []).map(nameOf),
    ]),
  );
  const own = [...names].filter((name) => cookiePurpose(name) !== 'other');
  const kept = own.filter((name) => !isGone(name));
  // Of a session that was removed, nothing hides.
  if (kept.length === 0 || own.some((name) => isGone(name) && cookiePurpose(name) === 'session'))
    return null;
  const seen = Math.max(...last.map((one) => one?.startedAt ?? 0));
  return { server: host, names: kept, before: until - seen };
}

const nameOf = ({ name }: { readonly name: string }): string => name;
const isOfSession = ({ name }: { readonly name: string }): boolean =>
  cookiePurpose(name) === 'session';
