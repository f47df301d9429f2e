import type { Exchange } from '../../http/exchange.ts';
import { duration } from '../../words/times.ts';
import type { Compared } from './compared.ts';

/** Durations differ always. They are a difference from this length, in milliseconds. */
const LONG = 2_000;
/** And when one is as many times the other. */
const TIMES = 4;

/** How long two requests took. Null when neither is known. */
export function durations(one: Exchange, other: Exchange): Compared | null {
  const [a, b] = [one.duration, other.duration];
  if (a === null && b === null) return null;
  const both = a !== null && b !== null;
  const [short, long] = both ? [Math.min(a, b), Math.max(a, b)] : [0, 0];
  const far = long >= LONG && long >= TIMES * short;
  return {
    place: 'time',
    name: 'Duration',
    a: a === null ? null : duration(a),
    b: b === null ? null : duration(b),
    is: !both ? 'unknown' : far ? 'different' : a === b ? 'equal' : 'own',
  };
}
