import { searchPieces } from './search-pieces.ts';
import type { Matcher } from './search-query.ts';
import { type Span, spanString, spansIn } from './search-spans.ts';
import type { Searched, SearchPiece, SearchText } from './search-text.ts';

/** One place of a recording that has what was searched for. */
export interface Hit extends Omit<Span, 'text'> {
  readonly flow: string;
  /** Index of the message. Null for a text of the flow as a whole. */
  readonly step: number | null;
  readonly key: string | null;
  readonly text: SearchText;
  /** How many hits of the same text and form come before it. */
  readonly ordinal: number;
}

/** More hits are not collected. */
export const MOST_HITS = 5_000;

/** The string that a hit was found in. The match stands there from `start` to `end`. */
export function hitString({ text, at }: Hit): string {
  return spanString([text], { text: 0, at });
}

/** The hits of one piece, by its spans. */
export function hitsOf({ flow, step, key, texts }: SearchPiece, spans: readonly Span[]): Hit[] {
  const counts = new Map<string, number>();
  return spans.flatMap(({ text: index, at, start, end }) => {
    const text = texts[index];
    if (!text) return [];
    const place = `${index} ${at}`;
    const ordinal = counts.get(place) ?? 0;
    counts.set(place, ordinal + 1);
    return [{ flow, step, key, text, at, start, end, ordinal }];
  });
}

/** What is known after each part of the work. */
export interface SearchProgress {
  /** Hits since the last report. */
  readonly hits: readonly Hit[];
  /** Messages that have been searched. */
  readonly done: number;
}

/** Searches flows in small parts, so that whoever asks for the next part can rest between them. */
export function* search(flows: Searched, matcher: Matcher): Generator<SearchProgress> {
  let found = 0;
  let done = 0;
  for (const piece of searchPieces(flows)) {
    const spans: Span[] = [];
    for (const span of spansIn(piece.texts, matcher)) {
      if (span) spans.push(span);
      else yield { hits: [], done };
      if (found + spans.length >= MOST_HITS) break;
    }
    found += spans.length;
    if (piece.step !== null) done += 1;
    yield { hits: hitsOf(piece, spans), done };
    if (found >= MOST_HITS) return;
  }
}
