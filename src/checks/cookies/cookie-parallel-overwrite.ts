import type { LostCookie } from '../../flow/facts/cookie-fate.ts';
import { toAttempt } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { lostCookieCheck, nameOf } from '../shared/lost-cookie-check.ts';

export default lostCookieCheck({
  losses: ['another-login', 'other-value'],
  title: 'A second login took the cookie of the first',
  why: 'All tabs and frames share their cookies. When each login writes the same cookie, only the one that wrote last can finish.',
  fix: 'Give each login a cookie of its own, named after its state.',
  // There is no specification for how a client keeps its state.
  specs: [],
  tell: (lost) => ({
    observed: `${observed(lost)}.`,
    references: lost.replacedBy
      ? [toAttempt('Another login of the same browser', { exchange: lost.replacedBy })]
      : [],
    ...(lost.loss === 'other-value' ? { certainty: 'likely' } : {}),
    fix: `Name the cookie after the state of its login instead of ${nameOf(lost)} for all, and have the callback begin the login again when its cookie is gone.`,
  }),
});

function observed(lost: LostCookie): string {
  const { replacedBy, setBy } = lost;
  if (!replacedBy) {
    return `The callback came with another value of ${nameOf(lost)} than this login had set, most likely that of a second login in another tab or frame`;
  }
  const apart = span(replacedBy.startedAt - setBy.startedAt);
  const last = replacedBy.set.findLast(({ name }) => name === lost.cookie.name);
  return last?.value === ''
    ? `Another login of the same browser finished and removed ${nameOf(lost)} ${apart} after this login had set it`
    : `Another login of the same browser began ${apart} later and overwrote ${nameOf(lost)}, so the callback came with the value of that login`;
}
