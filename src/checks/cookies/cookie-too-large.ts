import { MAX_COOKIE, sizeOfCookie } from '../../http/cookie-loss.ts';
import { cookieSpec, lostCookieCheck, nameOf, placeOf } from '../shared/lost-cookie-check.ts';

const COUNT = new Intl.NumberFormat('en-GB');

export default lostCookieCheck({
  losses: ['too-large'],
  title: 'A cookie of the login is too large for the browser',
  why: 'Browsers drop a cookie whose name and value have more than 4,096 bytes together, and say so only in the DevTools. Tokens with many claims, such as groups, easily reach that.',
  fix: 'Keep the content on the server and put only its identifier into the cookie.',
  specs: [cookieSpec('5.6')],
  tell: (lost) => ({
    observed: `${nameOf(lost)} has ${COUNT.format(sizeOfCookie(lost.cookie))} bytes, browsers store at most ${COUNT.format(MAX_COOKIE)}, so ${placeOf(lost)} came without it.`,
    expected: `at most ${COUNT.format(MAX_COOKIE)} bytes`,
    fix: `Keep the content of ${nameOf(lost)} on the server and put only its identifier into the cookie, or split it over several cookies; have the server leave claims such as groups out of the token.`,
  }),
});
