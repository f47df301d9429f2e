import type { Grant } from '../oauth/values/grants.ts';
import { duration } from '../words/times.ts';
import { TIME_CLASSES, type TimeClass, timeClassWords } from './time/time-class.ts';
import type { TimeSpent } from './where-time-went.ts';

/** Grants in which the user confirms on another device. */
const ELSEWHERE: ReadonlySet<Grant> = new Set<Grant>(['device_code', 'ciba']);

/** What a class is called in an attempt of that grant. */
export function timeWord(is: TimeClass, grant: Grant): string {
  return is === 'user' && ELSEWHERE.has(grant)
    ? 'user, on another device'
    : timeClassWords(is).word;
}

/** The classes of an attempt that took time, the longest first. Idle time comes last. */
export function longestFirst({ sums }: Pick<TimeSpent, 'sums'>): readonly TimeClass[] {
  return TIME_CLASSES.filter((is) => (sums.get(is) ?? 0) > 0).toSorted(
    (a, b) =>
      Number(a === 'idle') - Number(b === 'idle') || (sums.get(b) ?? 0) - (sums.get(a) ?? 0),
  );
}

/**
 * Where the time went: `18.2 s: 9.1 s user at the login page, 6.0 s waiting for the application.` Time
 * in which the client only kept its tokens is told apart.
 */
export function timeSentence(spent: TimeSpent, grant: Grant): string {
  const idle = spent.sums.get('idle') ?? 0;
  const classes = longestFirst(spent).filter((is) => is !== 'idle');
  const parts = classes.map((is) => `${duration(spent.sums.get(is) ?? 0)} ${timeWord(is, grant)}`);
  const whole = duration(spent.to - spent.from - idle);
  const all = parts.length === 0 ? whole : `${whole}: ${parts.join(', ')}`;
  return idle > 0 ? `${all}. Besides, ${duration(idle)} idle between later requests.` : `${all}.`;
}
