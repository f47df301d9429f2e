import { ByteGrams } from './byte-grams.ts';
import type { Collection, Secret } from './collect.ts';
import { CutEnds } from './cut-ends.ts';
import { type Match, Matcher } from './matcher.ts';
import { NamedValues } from './named-values.ts';
import { packedReadings } from './packed-runs.ts';
import { patternsOf } from './patterns.ts';
import { reachOf } from './reach.ts';
import { plainReading, type Reading, unescapedReadings } from './readings.ts';

/** A part of a text that reveals a value. */
export interface Span extends Match {
  /** Whether it counts only because its own name comes before it. */
  readonly placed: boolean;
}

/** Shorter matches in unpacked text are due to chance. */
const MIN_PACKED = 6;
/** Base64 in base64 is the most that is unpacked. */
const MAX_PACKED = 2;
/** Texts that recordings repeat: URLs and header fields. */
const MAX_KNOWN = 2_000;
const LONGEST_KNOWN = 2_000;

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
  const grams = new ByteGrams();
  const secrets = [...collection.secrets.values()].filter(wanted);
  const patterns = secrets.flatMap((secret) => {
    const isWord = collection.keptWords.has(secret.value);
    const reach = secret.reach ?? reachOf(secret.value, secret.class, isWord);
    if (reach !== 'place') return patternsOf(secret, reach);
    named.add(secret, isWord);
    return [];
  });
  for (const { text } of patterns) if (text.length >= MIN_PACKED) grams.add(text);
  const matcher = new Matcher(patterns);
  const cutEnds = new CutEnds(patterns);
  const find = (text: string): readonly Span[] =>
    new Search(matcher, cutEnds, named, grams).spansOf(text);
  const known = new Map<string, readonly Span[]>();
  return (text) => {
    if (text.length > LONGEST_KNOWN) return find(text);
    const spans = known.get(text) ?? find(text);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, spans);
    return spans;
  };
}

const NOTHING: readonly Span[] = [];

/** The search of one text. */
class Search {
  readonly #matcher: Matcher;
  readonly #cutEnds: CutEnds;
  readonly #named: NamedValues;
  readonly #grams: ByteGrams;
  /** By start and end. */
  readonly #spans = new Map<number, Span>();
  #length = 0;

  constructor(matcher: Matcher, cutEnds: CutEnds, named: NamedValues, grams: ByteGrams) {
    this.#matcher = matcher;
    this.#cutEnds = cutEnds;
    this.#named = named;
    this.#grams = grams;
  }

  spansOf(text: string): readonly Span[] {
    this.#length = text.length;
    this.#read(plainReading(text), 0);
    if (this.#spans.size === 0) return NOTHING;
    return [...this.#spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  #read(outer: Reading, depth: number): void {
    for (const reading of unescapedReadings(outer)) {
      const found = this.#match(reading);
      if (depth >= MAX_PACKED || this.#grams.isEmpty) continue;
      const covered = coveredBy(found);
      for (const inner of packedReadings(reading, this.#grams, covered)) {
        this.#read(inner, depth + 1);
      }
    }
  }

  /** The matches of one reading, which become spans of the original text. */
  #match(reading: Reading): readonly Match[] {
    const found: Match[] = [];
    for (const match of this.#matcher.matches(reading.text)) {
      if (reading.packed && match.end - match.start < MIN_PACKED) continue;
      found.push(match);
      this.#add(reading, match, false);
    }
    for (const match of this.#cutEnds.matches(reading.text)) this.#add(reading, match, false);
    if (reading.packed) return found;
    for (const match of this.#named.matches(reading.text)) this.#add(reading, match, true);
    return found;
  }

  #add(reading: Reading, { start, end, owner }: Match, placed: boolean): void {
    const span = { start: reading.from(start), end: reading.to(end - 1), owner, placed };
    const key = span.start * (this.#length + 1) + span.end;
    if (!this.#spans.has(key)) this.#spans.set(key, span);
  }
}

/** Whether a part is inside one of the matches, which are in order. */
function coveredBy(
  matches: readonly Match[],
): (part: { readonly start: number; readonly end: number }) => boolean {
  let next = 0;
  let reach = { start: 0, end: 0 };
  return ({ start, end }) => {
    for (; (matches[next]?.start ?? Number.MAX_SAFE_INTEGER) <= start; next += 1) {
      const match = matches[next];
      if (match && match.end > reach.end) reach = match;
    }
    return reach.start <= start && end <= reach.end;
  };
}
