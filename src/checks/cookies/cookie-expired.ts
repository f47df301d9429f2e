import { span } from '../../words/times.ts';
import { cookieSpec, lostCookieCheck, nameOf, placeOf } from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['expired'],
  title: 'A cookie of the login expired before the user came back',
  why: 'The browser drops a cookie when its Max-Age or Expires is over. Users take minutes for a password, a second factor or a mail.',
  fix: 'Let the cookie live for 15 minutes or more, and begin the login again when it is gone.',
  specs: [cookieSpec('5.8.3')],
  tell: (lost) => {
    const { maxAge, expires } = lost.cookie;
    const life = maxAge === null ? (expires ?? 0) - lost.setBy.endedAt : maxAge * 1_000;
    const passed = lost.request.startedAt - lost.setBy.endedAt;
    return {
      observed: `${nameOf(lost)} was to live for ${span(life)}, and ${placeOf(lost)} came ${span(passed)} after it was set.`,
      fix: `Let ${nameOf(lost)} live for 15 minutes or more, and have the callback begin the login again when it is gone.`,
    };
  },
});
