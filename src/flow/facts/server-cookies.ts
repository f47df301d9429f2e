import { type Visit, visitOf } from '../../correlation/visit.ts';
import { isRemoval } from '../../http/cookie-scope.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { SetCookie } from '../../http/set-cookie.ts';
import { isLoopbackHost, originOfUrl, parseUrl } from '../../http/url.ts';
import { findSignature } from '../../providers/registry/errors.ts';
import type { Flow } from '../flow.ts';
import { type CookieFate, type LostCookie, lossOf, showsCookies } from './cookie-fate.ts';
import { readErrorPage } from './error-page.ts';

/** The request at which an authorization server missed its own cookie, and how it says so. */
interface Missed {
  readonly exchange: Exchange;
  readonly message: number;
  readonly words: string;
}

interface Candidate {
  readonly cookie: SetCookie;
  readonly setBy: Visit;
  readonly fate: Pick<LostCookie, 'loss' | 'replacedBy'>;
}

/** The cookie of its own that the authorization server missed, when it says that it misses one. */
export function serverCookieFate(flow: Flow): CookieFate | null {
  const missed = missedAt(flow);
  if (!missed) return null;
  const { exchange, message, words } = missed;
  const set = setBefore(missed, flow);
  const [first] = set;
  if (!first) return null;
  if (!showsCookies(exchange, flow)) return { unseen: first.cookie, message };
  const lost = set.flatMap((one): readonly Candidate[] => {
    const fate = lossOf(one, exchange, one.setBy.url, flow);
    return fate && !isByDesign(one.setBy, exchange, fate.loss) ? [{ ...one, fate }] : [];
  });
  const named = lost.filter(({ cookie }) => isNamed(cookie, words));
  const known = (some: readonly Candidate[]): Candidate | undefined =>
    some.find(({ fate }) => fate.loss !== 'unknown') ?? some[0];
  const found = known(named) ?? known(lost);
  if (!found) return null;
  const { cookie, setBy, fate } = found;
  return {
    lost: { role: 'server', cookie, setBy, request: exchange, message, failed: null, ...fate },
  };
}

function missedAt(flow: Flow): Missed | null {
  const response = flow.responses.at(-1);
  if (response?.issuedBy && response.params.has('error')) {
    const words = response.params.get('error_description') ?? '';
    const exchange = response.issuedBy;
    if (findSignature(exchange, words)?.signature.about === 'session-cookie') {
      const issued = flow.messages.findIndex((message) => message.exchange.id === exchange.id);
      const message = issued < 0 ? flow.messages.indexOf(response) : issued;
      return { exchange, message, words };
    }
  }
  for (const [message, one] of flow.messages.entries()) {
    if (one.kind !== 'authorization-request' && one.kind !== 'interaction') continue;
    const page = readErrorPage(one, flow);
    if (page?.match?.signature.about === 'session-cookie')
      return { exchange: one.exchange, message, words: page.words ?? '' };
  }
  return null;
}

function setBefore(
  { exchange }: Missed,
  { messages, request }: Flow,
): readonly Pick<Candidate, 'cookie' | 'setBy'>[] {
  const client = originOfUrl(request?.effective('redirect_uri') ?? '');
  const server = originOfUrl(exchange.request.url);
  const found = new Map<string, Pick<Candidate, 'cookie' | 'setBy'>>();
  for (const { exchange: one } of messages) {
    if (one.startedAt >= exchange.startedAt || one.source !== exchange.source) continue;
    const origin = originOfUrl(one.request.url);
    const setBy = origin === client && origin !== server ? null : visitOf(one);
    for (const cookie of setBy?.set ?? []) {
      if (setBy && !isRemoval(cookie, setBy.endedAt)) found.set(cookie.name, { cookie, setBy });
      else found.delete(cookie.name);
    }
  }
  return [...found.values()];
}

/** Login pages at another host have cookies of their own, which the server never sees. */
function isByDesign(setBy: Visit, { request }: Exchange, loss: LostCookie['loss']): boolean {
  if (loss === 'other-path') return true;
  const host = parseUrl(request.url)?.hostname ?? '';
  return loss === 'other-host' && !isAlias(setBy.host, host);
}

/** Whether two names are usually those of one server. */
function isAlias(one: string, other: string): boolean {
  const bare = (host: string): string =>
    isLoopbackHost(host) ? 'localhost' : host.replace(/^www\./, '');
  return bare(one) === bare(other);
}

/** Whether a cookie has a word of its name in what the server says, such as CSRF or session. */
function isNamed({ name }: SetCookie, words: string): boolean {
  const said = words.toLowerCase();
  const parts = name.toLowerCase().split(/[^a-z]+/);
  return parts.some((part) => part.length > 3 && said.includes(part));
}
