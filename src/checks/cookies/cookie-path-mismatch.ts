import { pathOfCookie } from '../../http/cookie-scope.ts';
import { parseUrl } from '../../http/url.ts';
import {
  cookieSpec,
  lostCookieCheck,
  nameOf,
  pathOf,
  placeOf,
} from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['other-path'],
  aliases: ['cookie-path-or-expiry'],
  title: 'A cookie of the login is for another path than the callback',
  why: 'A cookie goes only to URLs below its path. Without Path, that is the directory of the URL that set it. A proxy that takes a prefix from the path makes both differ.',
  fix: 'Set the cookie with Path=/.',
  specs: [cookieSpec('5.1.4')],
  tell: (lost) => {
    const url = parseUrl(lost.setBy.url);
    const path = url ? pathOfCookie(lost.cookie, url) : '/';
    const how =
      lost.cookie.path === null
        ? `was set without Path at ${pathOf(lost.setBy.url)}, so it is`
        : 'is';
    return {
      observed: `${nameOf(lost)} ${how} for ${path} and below, and ${placeOf(lost)} is ${pathOf(lost.request.request.url)}.`,
      expected: 'Path=/',
      fix: `Set ${nameOf(lost)} with Path=/, or with a path that ${pathOf(lost.request.request.url)} begins with, as browsers see it in front of the proxy.`,
    };
  },
});
