import { isRemoval } from '../../http/cookie-scope.ts';
import { memoised } from '../../http/memo.ts';
import { requestCookies } from '../../http/request-cookies.ts';
import { hostOf, parseUrl } from '../../http/url.ts';
import type { LossOfCookie } from '../../words/cookie-losses.ts';
import type { Flow } from '../flow.ts';
import type { LostCookie } from './cookie-fate.ts';
import { type CookieSetting, cookieKey, cookieSettings } from './cookie-settings.ts';
import { type CookieUse, refusalOf, requestsOf, usesOf } from './cookie-uses.ts';
import { lostCookie } from './lost-cookie.ts';

/**
 * What became of a cookie, worst first. `lost`: the attempt ended because of it. `refused`: the
 * browser does not store it. `missing`: a page in its scope came without it. `unseen`: the recording
 * does not show the cookies of its requests. `earlier`: it was set before the recording.
 */
const COOKIE_STATES = [
  'lost',
  'refused',
  'missing',
  'unseen',
  'sent',
  'unused',
  'removed',
  'earlier',
] as const;
export type CookieState = (typeof COOKIE_STATES)[number];

/** One cookie in the ledger of a flow. */
export interface CookieRow {
  readonly key: string;
  readonly name: string;
  /** The domain that it is for, or the host that it came to. */
  readonly host: string;
  readonly state: CookieState;
  /** Why it is lost, refused or missing. */
  readonly loss: LossOfCookie | null;
  readonly settings: readonly CookieSetting[];
  readonly uses: readonly CookieUse[];
}

/** What the cookies of a flow show, and whether its recorder shows any. */
export interface CookieTable {
  readonly rows: readonly CookieRow[];
  /** Whether a request of the flow shows its cookies. */
  readonly showsSent: boolean;
}

/** The ledger of a flow: each cookie, where it was set, sent and missing. The worst come first. */
export const cookieTable = memoised((flow: Flow): CookieTable => {
  const requests = requestsOf(flow);
  const fate = lostCookie(flow);
  const lost = fate && 'lost' in fate ? fate.lost : null;
  const set = [...cookieSettings(flow)].map(([key, settings]): CookieRow => {
    const uses = usesOf(settings, requests, flow);
    const last = settings.at(-1);
    const isLost = lost !== null && key === cookieKey({ cookie: lost.cookie, visit: lost.setBy });
    return {
      key,
      name: last?.cookie.name ?? '',
      host: last ? (last.cookie.domain ?? last.visit.host) : '',
      ...(isLost ? { state: 'lost', loss: lost.loss } : stateOf(settings, uses)),
      settings,
      uses: isLost ? withLoss(uses, lost) : uses,
    };
  });
  const order = ({ state }: CookieRow): number => COOKIE_STATES.indexOf(state);
  const rows = [...set, ...setBefore(flow, set)].sort((a, b) => order(a) - order(b));
  const shows = flow.recording.cookies.shows(flow.messages[0]?.exchange.source ?? 0);
  return { rows, showsSent: shows };
});

function stateOf(
  settings: readonly CookieSetting[],
  uses: readonly CookieUse[],
): Pick<CookieRow, 'state' | 'loss'> {
  const last = settings.at(-1);
  const refused = last ? refusalOf(last) : null;
  if (refused) return { state: 'refused', loss: refused };
  // A server that removes its cookie does not want it back.
  const missing = uses.find(({ is, loss }) => is === 'missing' && loss !== 'removed');
  if (missing) return { state: 'missing', loss: missing.loss };
  const is = (one: CookieUse['is']): boolean => uses.some((use) => use.is === one);
  if (last && isRemoval(last.cookie, last.at)) return { state: 'removed', loss: null };
  if (is('sent')) return { state: 'sent', loss: null };
  return { state: is('unseen') ? 'unseen' : 'unused', loss: null };
}

/** The request that ended the attempt may be out of the cookie's scope. */
function withLoss(uses: readonly CookieUse[], { message, loss }: LostCookie): readonly CookieUse[] {
  const others = uses.filter((use) => use.message !== message);
  return [...others, { message, is: 'missing' as const, loss }].sort(
    (a, b) => a.message - b.message,
  );
}

/** Cookies that came with requests and that no recorded response set. */
function setBefore({ messages }: Flow, known: readonly CookieRow[]): readonly CookieRow[] {
  const used = new Set(
    known.flatMap(({ name, uses }) =>
      uses.filter(({ is }) => is === 'sent').map(({ message }) => `${message} ${name}`),
    ),
  );
  const found = new Map<string, CookieRow & { readonly uses: CookieUse[] }>();
  const seen = new Set<string>();
  messages.forEach(({ exchange }, message) => {
    if (seen.has(exchange.id)) return;
    seen.add(exchange.id);
    // Cookies know no ports (RFC 6265bis section 8.5).
    const host = parseUrl(exchange.request.url)?.hostname ?? hostOf(exchange.request.url);
    for (const { name } of requestCookies(exchange)) {
      if (used.has(`${message} ${name}`)) continue;
      const key = `earlier ${name} ${host}`;
      const row = found.get(key) ?? {
        key,
        name,
        host,
        state: 'earlier',
        loss: null,
        settings: [],
        uses: [],
      };
      found.set(key, row);
      row.uses.push({ message, is: 'sent', loss: null });
    }
  });
  return [...found.values()];
}
