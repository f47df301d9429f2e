import {
  cookieSpec,
  hostsOf,
  lostCookieCheck,
  nameOf,
  placeOf,
} from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['domain-refused'],
  title: 'A cookie of the login names a domain that is not its own',
  why: 'A response may set cookies for its own host or a parent domain only. Browsers refuse any other Domain, and domains such as com that many share.',
  fix: 'Leave Domain out, or name a parent domain of the host.',
  specs: [cookieSpec('5.7')],
  tell: (lost) => {
    const { from } = hostsOf(lost);
    return {
      observed: `${from} set ${nameOf(lost)} with Domain=${lost.cookie.domain}, so the browser refused it and ${placeOf(lost)} came without it.`,
      fix: `Leave Domain out of ${nameOf(lost)}, or name a parent domain of ${from}.`,
    };
  },
});
