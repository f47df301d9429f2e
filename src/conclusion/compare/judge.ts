import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import { urlDifferences } from '../../http/url-difference.ts';
import { isPlaceholder } from '../../oauth/values/placeholder.ts';
import type { Compared, Likeness, Said, Statement } from './compared.ts';
import { type Names, withoutNames } from './environment.ts';

/** What else is known of the two attempts. */
export interface Circumstances {
  /** Both are recordings of one attempt. */
  readonly isSame: boolean;
  /** Both are in one recording, so that equal placeholders stand for equal values. */
  readonly together: boolean;
  /** Whether a value was replaced before the recording was written. */
  readonly isReplaced: (value: string) => boolean;
  /** What each attempt calls the parts of its environment. */
  readonly names: readonly [a: Names, b: Names];
}

/** Puts two statements about the same thing beside each other, in the order of the first. */
export function judge(
  a: Statement,
  b: Statement,
  circumstances: Circumstances,
): readonly Compared[] {
  const [left, right] = [byPlace(a), byPlace(b)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [one, other] = [left.get(key), right.get(key)];
    const said = one ?? other;
    if (!said) return [];
    const { place, name } = said;
    const values = { a: one?.value ?? null, b: other?.value ?? null };
    const unseen = (one ? b : a).unseen.has(place);
    const is =
      one && other ? likeness(one, other, circumstances) : unseen ? 'unknown' : 'different';
    return [{ place, name, ...values, is }];
  });
}

/** Values by place and name. Repeated ones are one value. */
function byPlace({ values }: Statement): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>();
  for (const said of values) {
    const key = `${said.place}\n${said.name}`;
    const known = found.get(key);
    found.set(key, known ? joined(known, said) : said);
  }
  return found;
}

function joined(one: Said, other: Said): Said {
  const key = `${one.key ?? one.value}\n${other.key ?? other.value}`;
  return { ...one, value: `${one.value}, ${other.value}`, key };
}

function likeness(one: Said, other: Said, circumstances: Circumstances): Likeness {
  const { isSame, together, isReplaced, names } = circumstances;
  const replaced = [one.value, other.value].some(
    (value) => isPlaceholder(value) || isReplaced(value),
  );
  const equal = one.value === other.value;
  if (replaced && !(together && equal)) return 'unknown';
  if (equal) return one.nature === 'once' && !isSame && !replaced ? 'reused' : 'equal';
  const [key, otherKey] = [one.key ?? one.value, other.key ?? other.value];
  if (key === otherKey) return 'own';
  if (one.nature !== 'plain' || other.nature !== 'plain') return 'own';
  const inOneWorld = one.place !== 'flow' && names.some((some) => some.length > 0);
  if (inOneWorld && withoutNames(key, names[0]) === withoutNames(otherKey, names[1])) return 'own';
  return differByPort(one.value, other.value) ? 'own' : 'different';
}

/** RFC 8252 section 7.3: a native application listens at any port of a loopback address. */
function differByPort(one: string, other: string): boolean {
  const [a, b] = [parseUrl(one), parseUrl(other)];
  if (!a || !b || !isLoopbackHost(a.hostname) || a.hostname === 'localhost') return false;
  return urlDifferences(one, other).join() === 'port';
}
