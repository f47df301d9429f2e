import { span } from '../../words/times.ts';
import {
  cookieSpec,
  lostCookieCheck,
  nameOf,
  pathOf,
  placeOf,
} from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['removed', 'unknown'],
  saysUnseen: true,
  title: 'A cookie of the login did not come back',
  basis: 'observed',
  why: 'The application keeps state, nonce or verifier in a cookie until the response comes. Without it, the response looks foreign, and libraries say “state mismatch”, “correlation failed” or “missing state”.',
  fix: 'Look at the cookies of this request in the DevTools, which name the reason for each cookie that was kept back.',
  specs: [cookieSpec('5.8.3')],
  tell: (lost) => {
    const by = lost.replacedBy;
    if (by) {
      return {
        observed: `${by.method} ${pathOf(by.url)} removed ${nameOf(lost)} ${span(lost.request.startedAt - by.startedAt)} before ${placeOf(lost)}.`,
        fix: `Keep ${nameOf(lost)} until the response has come: ${pathOf(by.url)} removes it too early.`,
      };
    }
    return {
      observed: `${pathOf(lost.setBy.url)} set ${nameOf(lost)}, and ${placeOf(lost)} came without it, although its attributes allow it.`,
      certainty: 'likely',
      fix: `Look at this request in the DevTools, under Cookies with “show filtered out request cookies”: the browser names there why it kept ${nameOf(lost)} back. Try it without extensions and outside of a private window.`,
    };
  },
});
