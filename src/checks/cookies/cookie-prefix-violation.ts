import type { LostCookie } from '../../flow/facts/cookie-fate.ts';
import { list } from '../../words/numbers.ts';
import { cookieSpec, lostCookieCheck, nameOf, placeOf } from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['prefix'],
  title: 'A cookie of the login breaks the rules of its prefix',
  why: 'A name that begins with __Host- promises Secure, Path=/ and no Domain; __Secure- promises Secure. Browsers refuse a cookie that breaks the promise.',
  fix: 'Set the attributes that the prefix promises, or take another name.',
  specs: [cookieSpec('4.1.3')],
  tell: (lost) => ({
    observed: `${nameOf(lost)} was set ${list(faults(lost))}, so the browser refused it and ${placeOf(lost)} came without it.`,
    fix: `Set ${nameOf(lost)} with ${/^__host-/i.test(lost.cookie.name) ? 'Secure; Path=/ and without Domain' : 'Secure'}, or take a name without the prefix.`,
  }),
});

function faults({ cookie: { name, secure, domain, path } }: LostCookie): readonly string[] {
  const found = secure ? [] : ['without Secure'];
  if (!/^__host-/i.test(name)) return found;
  if (domain !== null) found.push(`with Domain=${domain}`);
  if (path !== '/') found.push(path === null ? 'without Path=/' : `with Path=${path}`);
  return found;
}
