import type { Exchange } from '../../http/exchange.ts';
import { cookieFamily, headerRefusal, headerSize } from '../../http/header-limit.ts';
import { headerValue } from '../../http/headers.ts';
import { type Cookie, isAsSent, requestCookies } from '../../http/request-cookies.ts';
import { httpStatus } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';

const COUNT = new Intl.NumberFormat('en-GB');
/** Fewer bytes are refused for another reason. */
const NOTABLE = 4_000;

export default defineCheck({
  title: 'The server refuses the request because its header is too large',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'ended-by-page',
  why: 'Servers and proxies limit the header of a request, often to 8 or 16 kB. Cookies are most of it: tokens in cookies, and the cookies of logins that were begun and not finished.',
  fix: 'Delete the cookies of this host, and have the application set fewer and smaller ones.',
  specs: [rfc(6585, '5')],
  aliases: ['token-too-large'],
  explains: ['redirect-landing-failed', 'error-page-shown', 'gateway-error', 'userinfo-failed'],
  subject: 'flow',
  *check(flow) {
    const message = flow.messages.findIndex(({ exchange }) => headerRefusal(exchange) !== null);
    const refused = flow.messages[message];
    if (!refused?.exchange.response) return;
    const { exchange } = refused;
    const { method, url } = exchange.request;
    const token = largeToken(exchange);
    const ofServer = refused.kind === 'authorization-request' || refused.kind === 'interaction';
    yield {
      at: header(token ? 'Authorization' : 'Cookie'),
      message,
      certainty: headerRefusal(exchange) ?? 'certain',
      observed: `${method} ${withoutQuery(url)}: ${httpStatus(refused.exchange.response)}.${sizes(exchange)}${token?.told ?? ''}`,
      ...(ofServer ? { owner: 'user' } : {}),
      fix: token?.fix ?? fixOf(exchange, ofServer),
    };
  },
});

/** The token that makes up most of the header, and its largest claims. */
function largeToken(exchange: Exchange): { readonly told: string; readonly fix: string } | null {
  const value = headerValue(exchange.request.headers, 'authorization') ?? '';
  if (value.length < NOTABLE || value.length < headerSize(exchange) / 2) return null;
  const claims = Object.entries(jwtOf(value.replace(/^\w+\s+/, ''))?.claims ?? {})
    .map(([name, claim]) => ({ name, size: JSON.stringify(claim).length }))
    .filter(({ size }) => size > NOTABLE / 8)
    .sort((a, b) => b.size - a.size)
    .slice(0, 3);
  const names = list(claims.map(({ name, size }) => `${name} with ${COUNT.format(size)}`));
  return {
    told: ` Authorization has ${COUNT.format(value.length)} characters${names === '' ? '' : `; the largest claims of the token are ${names}`}.`,
    fix: `Have the server put less into the token${claims[0] ? `, first of all into ${claims[0].name}` : ''}: only the groups that the API needs, or a reference that the API resolves.`,
  };
}

function sizes(exchange: Exchange): string {
  const cookies = requestCookies(exchange);
  if (!isAsSent(exchange) || cookies.length === 0) return '';
  return `${total(exchange, cookies)}${piled(exchange)}`;
}

function total(exchange: Exchange, cookies: readonly Cookie[]): string {
  const all = headerSize(exchange);
  if (all < NOTABLE) return '';
  const octets = cookies.reduce((sum, { name, value }) => sum + name.length + value.length + 3, -2);
  const many = cookies.length === 1 ? 'one cookie' : `${cookies.length} cookies`;
  return ` Its header fields have ${COUNT.format(all)} bytes, ${COUNT.format(octets)} of them in ${many}.`;
}

function piled(exchange: Exchange): string {
  const family = cookieFamily(exchange);
  if (!family) return '';
  const why = isOfLogins(family.prefix)
    ? ', one for each login that was begun and not finished'
    : '';
  return ` ${family.count} cookies begin with ${quote(family.prefix)}${why}.`;
}

function isOfLogins(prefix: string): boolean {
  return cookiePurpose(prefix) === 'login';
}

function fixOf(exchange: Exchange, ofServer: boolean): string {
  const host = originOfUrl(exchange.request.url) ?? 'this host';
  if (ofServer) return `Delete the cookies of ${host} in this browser and log in again.`;
  const family = cookieFamily(exchange);
  if (!family || !isOfLogins(family.prefix)) {
    return `Delete the cookies of ${host} once, and have the application keep tokens and profiles on the server instead of in cookies.`;
  }
  return `Delete the cookies of ${host} once. Then give the cookies that begin with ${quote(family.prefix)} a Max-Age of minutes, remove the old ones when a login begins, and do not begin a login for prefetched links or fetch: answer those with 401.`;
}
