import type { Collection, Secret } from './collect.ts';
import { type Match, Matcher } from './matcher.ts';
import { NamedValues } from './named-values.ts';
import { patternsOf } from './patterns.ts';
import { reachOf } from './reach.ts';
import { originOf, type Reading, readingsOf } from './readings.ts';

/** A part of a text that reveals a value. */
export interface Span extends Match<Secret> {
  /** Whether it counts only because its own name comes before it. */
  readonly placed: boolean;
}

/** Shorter matches in unpacked text are due to chance. */
const MIN_PACKED = 6;

/** What is replaced unless somebody chooses: everything but the ids of tenants. */
const isUsual = (secret: Secret): boolean => secret.class !== 'tenant';

/**
 * Finds every collected value in all readings of a text, in order, the longest first. `wanted` says
 * which of the values count.
 */
export function finderOf(
  collection: Collection,
  wanted: (secret: Secret) => boolean = isUsual,
): (text: string) => readonly Span[] {
  const named = new NamedValues();
  const secrets = [...collection.secrets.values()].filter(wanted);
  const patterns = secrets.flatMap((secret) => {
    const isWord = collection.keptWords.has(secret.value);
    const reach = secret.reach ?? reachOf(secret.value, secret.class, isWord);
    if (reach !== 'place') {
      return patternsOf(secret.value, reach).map((pattern) => ({ ...pattern, owner: secret }));
    }
    named.add(secret, isWord);
    return [];
  });
  const matcher = new Matcher(patterns);
  return (text) => {
    const spans: Span[] = [];
    for (const reading of readingsOf(text)) {
      for (const match of matcher.matches(reading.text)) {
        if (!reading.packed || match.end - match.start >= MIN_PACKED) {
          spans.push(spanOf(reading, match, false));
        }
      }
      if (reading.packed) continue;
      for (const match of named.matches(reading.text)) spans.push(spanOf(reading, match, true));
    }
    return spans.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function spanOf(reading: Reading, { start, end, owner }: Match<Secret>, placed: boolean): Span {
  return { ...originOf(reading, start, end), owner, placed };
}
