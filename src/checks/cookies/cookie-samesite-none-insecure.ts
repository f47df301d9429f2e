import { browserOf } from '../../http/browser-name.ts';
import {
  cookieSpec,
  hostsOf,
  lostCookieCheck,
  nameOf,
  placeOf,
} from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['none-without-secure'],
  title: 'A cookie of the login has SameSite=None without Secure',
  why: 'Browsers refuse to store a cookie with SameSite=None that is not Secure, and a cookie is Secure only over https.',
  fix: 'Serve the host over https and set the cookie with SameSite=None; Secure.',
  specs: [cookieSpec('5.7')],
  tell: (lost) => {
    const { from } = hostsOf(lost);
    const plain = lost.setBy.url.startsWith('http:');
    return {
      observed: `${from} set ${nameOf(lost)} with SameSite=None and without Secure, so the browser refused it and ${placeOf(lost)} came without it.`,
      expected: 'SameSite=None; Secure',
      certainty: browserOf(lost.request) === 'chromium' ? 'certain' : 'likely',
      fix: plain
        ? `Serve ${from} over https and set ${nameOf(lost)} with SameSite=None; Secure. Where only http is possible, set SameSite=Lax.`
        : `Add Secure to ${nameOf(lost)}.`,
    };
  },
});
