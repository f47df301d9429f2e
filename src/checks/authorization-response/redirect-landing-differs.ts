import { percentNormalized } from '../../http/percent.ts';
import { isLoopbackHost, originOfUrl, parseUrl, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import { withoutResponseParameters } from '../../oauth/kinds/authorization-response.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The server returns to another URL than redirect_uri',
  severity: 'warning',
  owner: 'registration',
  basis: 'observed',
  why: 'The server used another registered URI than the requested one, or something rewrote it. The client may not find its state there.',
  fix: 'Make redirect_uri, its registration and the URL of the callback the same, character by character.',
  specs: [rfc(6749, '4.1.2'), rfc(6749, '3.1.2.3')],
  subject: 'authorization-response',
  *check({ issuedBy }, { request }) {
    const asked = parseUrl(request?.effective('redirect_uri') ?? '');
    const sentTo = parseUrl((issuedBy && redirectTarget(issuedBy)) ?? '');
    if (!asked || !sentTo || isSameListener(asked, sentTo)) return;
    const expected = withoutResponseParameters(asked.href);
    const actual = withoutResponseParameters(sentTo.href);
    if (isSamePlace(expected, actual) && keepsQuery(asked, sentTo)) return;
    const difference = describeDifference(actual, expected);
    const odd = difference === null ? '' : ` (${difference})`;
    // The application itself, or a proxy before it, may redirect what it was given.
    const own = issuedBy !== null && originOfUrl(issuedBy.request.url) === asked.origin;
    yield {
      at: TARGET_URL,
      expected: quote(expected),
      ...(own
        ? {
            title: 'The application redirects the response to another URL',
            observed: `redirect_uri is ${quote(expected)}, and the application redirected from there to ${quote(actual)}${odd}. A client that looks for its redirect URI in the address does not find it.`,
            fix: `Send and register ${quote(actual)} as redirect_uri, or turn that redirect off.`,
            owner: 'client',
          }
        : {
            observed: `The request asked for ${quote(expected)}, but the server returned to ${quote(actual)}${odd}.`,
          }),
    };
  },
});

/** Whether two URLs differ in query or in spelling only (RFC 3986 section 6.2.2.2). */
function isSamePlace(one: string, other: string): boolean {
  const place = (url: string): string => percentNormalized(withoutQuery(url));
  return place(one) === place(other);
}

/**
 * Whether the URL still has the query of redirect_uri. Servers add parameters of their own, which
 * clients must ignore (RFC 6749 section 4.1.2).
 */
function keepsQuery(asked: URL, sentTo: URL): boolean {
  return [...asked.searchParams].every(([name, value]) =>
    sentTo.searchParams.getAll(name).includes(value),
  );
}

/**
 * Whether only the loopback port differs. A native application picks it when it starts (RFC 8252
 * section 7.3).
 */
function isSameListener(one: URL, other: URL): boolean {
  return (
    isLoopbackHost(one.hostname) &&
    one.hostname === other.hostname &&
    one.pathname === other.pathname &&
    one.port !== other.port
  );
}
