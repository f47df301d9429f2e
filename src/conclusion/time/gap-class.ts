import { isWaiting } from '../../flow/facts/polls.ts';
import { headerValue } from '../../http/headers.ts';
import { isRedirect } from '../../http/status.ts';
import { withoutFragment } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { MessageKind } from '../../oauth/message.ts';
import type { Activity } from './activity.ts';
import type { TimeClass } from './time-class.ts';

/** A time without a request, between two of them. */
export interface Gap {
  /** The request that ended last. */
  readonly before: Activity;
  readonly next: Activity;
  /** The request whose answer the user saw last. */
  readonly page: Activity | null;
  /** Whether tokens had been issued. */
  readonly hasTokens: boolean;
}

/** Scripts of a page act within this many milliseconds, and people do not. */
const FASTER_THAN_PEOPLE = 300;

/** Who had to act in a time without a request. */
export function gapClass({ before, next, page, hasTokens }: Gap): TimeClass {
  if (!before.isKnown) return 'unknown';
  if (before.kind === 'preflight') return 'browser';
  const length = next.from - before.to;
  if (before.message.kind === 'token-request' && isWaiting(before.message)) return 'user';
  if (isRedirect(before.exchange.response)) return afterRedirect(before, next, length);
  if (page !== null && AT_SERVER.has(page.kind) && !ENDS_LOGIN.has(before.kind)) {
    return length < FASTER_THAN_PEOPLE || asksNobody(page) ? 'browser' : 'user';
  }
  return hasTokens && isUse(next) ? 'idle' : 'application';
}

/** The browser goes on at once. Where it did not, there were pages that are not recorded. */
function afterRedirect(before: Activity, next: Activity, length: number): TimeClass {
  const target = redirectTarget(before.exchange);
  const isNext =
    target !== null && withoutFragment(next.exchange.request.url) === withoutFragment(target);
  return isNext || length < FASTER_THAN_PEOPLE ? 'browser' : 'unknown';
}

/** Whether the user saw a page as the answer. */
export function showsPage({ exchange: { response, destination }, kind }: Activity): boolean {
  if (response === null || isRedirect(response)) return false;
  if (destination === 'document' || destination === 'iframe') return true;
  const type = headerValue(response.headers, 'content-type') ?? '';
  return destination === 'unknown' && PAGES.has(kind) && /html/i.test(type);
}

const AT_SERVER: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'interaction',
  'authorization-request',
  'end-session-request',
]);
const PAGES: ReadonlySet<MessageKind> = new Set<MessageKind>([
  ...AT_SERVER,
  'authorization-response',
  'landing',
]);
/** After these, the client acts, whatever page is open. */
const ENDS_LOGIN: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'authorization-response',
  'token-request',
  'userinfo-request',
  'api-call',
]);

/** OpenID Connect Core section 3.1.2.1, `prompt=none`: a page that asks nobody. */
function asksNobody({ exchange }: Activity): boolean {
  return /[?&]prompt=none\b/.test(exchange.request.url.slice(0, 8_000));
}

/** Whether a request brought tokens. */
export function bringsTokens({ message, kind }: Activity): boolean {
  if (kind !== message.kind) return false;
  if (message.kind === 'token-request') return message.response.outcome === 'tokens';
  return message.kind === 'authorization-response' && message.params.has('access_token');
}

const USES: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'api-call',
  'health-check',
  'introspection-request',
  'revocation-request',
  'end-session-request',
  'frontchannel-logout-request',
  'backchannel-logout-request',
]);

/** Whether a request uses tokens that the client may have had for a while. */
function isUse({ message }: Activity): boolean {
  if (message.kind === 'token-request') return message.grant === 'refresh_token';
  return USES.has(message.kind);
}
