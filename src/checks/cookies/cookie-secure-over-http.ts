import {
  cookieSpec,
  hostsOf,
  lostCookieCheck,
  nameOf,
  placeOf,
} from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['secure-from-http', 'secure-to-http'],
  title: 'A Secure cookie of the login meets http',
  why: 'Browsers store a Secure cookie only from https, and send it only to https. Chromium and Firefox make an exception for localhost.',
  fix: 'Use https for the whole login, or localhost in development.',
  specs: [cookieSpec('5.7'), cookieSpec('5.8.3')],
  tell: (lost) => {
    const { from, to } = hostsOf(lost);
    return lost.loss === 'secure-from-http'
      ? {
          observed: `http://${from} set ${nameOf(lost)} with Secure, so the browser refused it and ${placeOf(lost)} came without it.`,
          fix: `Serve ${from} over https, or leave Secure out where only http is possible.`,
        }
      : {
          observed: `${nameOf(lost)} is Secure and ${placeOf(lost)} is at http://${to}, so the browser kept it back.`,
          fix: `Send and register a redirect_uri with https://${to}.`,
        };
  },
});
