import type { LostCookie } from '../../flow/facts/cookie-fate.ts';
import { isLoopbackHost, originOfUrl, parseUrl } from '../../http/url.ts';
import {
  cookieSpec,
  hostsOf,
  lostCookieCheck,
  nameOf,
  placeOf,
} from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['other-host'],
  title: 'The login began at another host than the one of the callback',
  why: 'A cookie goes back to the host that set it, or to the domain that it names. localhost and 127.0.0.1, or a name with and without www, are different hosts.',
  fix: 'Use one host name for the start of the login and for the callback.',
  specs: [cookieSpec('5.1.3'), cookieSpec('5.8.3')],
  tell: (lost) => {
    const { from, to } = hostsOf(lost);
    const scope = lost.cookie.domain === null ? 'for itself alone' : `for ${lost.cookie.domain}`;
    return {
      observed: `${from} set the cookie ${nameOf(lost)} ${scope}, and ${placeOf(lost)} is at ${to}, so it came without the cookie.`,
      ...(lost.role === 'session' ? { title: 'The session cookie is for another host' } : {}),
      fix: fixOf(lost),
    };
  },
});

function fixOf(lost: LostCookie): string {
  const { from, to } = hostsOf(lost);
  const start = originOfUrl(lost.request.request.url) ?? to;
  const [one, other] = [
    parseUrl(lost.setBy.url)?.hostname,
    parseUrl(lost.request.request.url)?.hostname,
  ];
  if (lost.role === 'session')
    return `Set ${nameOf(lost)} at ${to}, or with a Domain that covers ${to}.`;
  if (one && other && isLoopbackHost(one) && isLoopbackHost(other)) {
    return `Open the application at ${start}, the host of the callback, or send and register a redirect_uri at ${from}.`;
  }
  const parent = one && other ? shared(one, other) : null;
  const both = parent
    ? `, or set ${nameOf(lost)} with Domain=${parent} if both hosts are needed`
    : '';
  return `Redirect ${from} to ${start} before the login begins${both}.`;
}

/** The host of which the other is a subdomain. */
function shared(one: string, other: string): string | null {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.includes('.') && long.endsWith(`.${short}`) ? short : null;
}
