import { cookieSpec, lostCookieCheck, nameOf, placeOf } from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['strict'],
  title: 'A cookie of the login is SameSite=Strict',
  why: 'The authorization server sends the browser back from another site, and browsers keep Strict cookies back there. Firefox does so for any redirect over another site, Chromium only when the user acted there.',
  fix: 'Set the cookie with SameSite=Lax.',
  specs: [cookieSpec('5.8.3'), cookieSpec('8.8.2')],
  tell: (lost) => ({
    observed: `${nameOf(lost)} is SameSite=Strict, and the browser came from another site, so ${placeOf(lost)} lacks it.`,
    expected: 'SameSite=Lax',
    fix: `Set ${nameOf(lost)} with SameSite=Lax${lost.request.request.method === 'POST' ? ', or with SameSite=None; Secure, as the response comes by POST' : ''}.`,
  }),
});
