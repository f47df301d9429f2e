import { breathe, createPace } from '../../../src/http/pace.ts';
import { searchPieces } from '../../../src/search/search-pieces.ts';
import type { Matcher, SearchQuery } from '../../../src/search/search-query.ts';
import { type Hit, hitsOf, MOST_HITS, search } from '../../../src/search/search-recording.ts';
import type { Searched } from '../../../src/search/search-text.ts';
import { type PatternReader, startPatternReader } from './pattern-reader.ts';

/** Milliseconds of work before a pause: less than a frame of 60 a second. */
const TURN = 10;

interface Report {
  readonly hits: readonly Hit[];
  readonly done: number;
}

/** Reports what was found, in parts. Ends early, without an error, when the signal is aborted. */
export async function findIn(
  flows: Searched,
  query: SearchQuery,
  matcher: Matcher,
  onReport: (report: Report) => void,
  signal: AbortSignal,
): Promise<string | null> {
  const reader = query.regex ? await startPatternReader(query) : null;
  if (reader) return findByPattern(flows, reader, onReport, signal);
  const pace = createPace(TURN);
  let hits: Hit[] = [];
  let done = 0;
  for (const part of search(flows, matcher)) {
    hits.push(...part.hits);
    done = part.done;
    if (!pace.isDue()) continue;
    onReport({ hits, done });
    hits = [];
    await breathe();
    if (signal.aborted) return null;
    pace.rested();
  }
  onReport({ hits, done });
  return null;
}

/** An expression can take for ever, so a worker evaluates it and is ended when it does. */
async function findByPattern(
  flows: Searched,
  reader: PatternReader,
  onReport: (report: Report) => void,
  signal: AbortSignal,
): Promise<string | null> {
  let found = 0;
  let done = 0;
  try {
    for (const piece of searchPieces(flows)) {
      const spans = await reader.spans(piece.texts);
      if (signal.aborted) return null;
      if (spans === null) return 'This expression takes too long. The search stopped.';
      if (piece.step !== null) done += 1;
      const hits = hitsOf(piece, spans.slice(0, MOST_HITS - found));
      found += hits.length;
      onReport({ hits, done });
      if (found >= MOST_HITS) return null;
    }
    return null;
  } finally {
    reader.stop();
  }
}
