import { breathe, createPace } from '../../../src/http/pace.ts';
import { prepareSaml } from '../../../src/search/saml-messages.ts';
import { searchPieces } from '../../../src/search/search-pieces.ts';
import type { Matcher, SearchQuery } from '../../../src/search/search-query.ts';
import { type Hit, hitsOf, MOST_HITS, search } from '../../../src/search/search-recording.ts';
import type { Searched, SearchPiece } from '../../../src/search/search-text.ts';
import { type PatternReader, startPatternReader } from './pattern-reader.ts';

/** Milliseconds of work before a pause: less than a frame of 60 a second. */
const TURN = 10;
/** Milliseconds between two reports. */
const BETWEEN = 150;
/** Characters of one message to the worker. */
const BATCH = 200_000;

interface Report {
  readonly hits: readonly Hit[];
  readonly done: number;
}

/** Collects hits, and reports them so rarely that drawing them takes little of the time. */
function collector(onReport: (report: Report) => void) {
  let hits: Hit[] = [];
  let last = performance.now();
  return {
    add(part: Report): void {
      hits.push(...part.hits);
      if (performance.now() - last < BETWEEN) return;
      this.report(part.done);
    },
    report(done: number): void {
      onReport({ hits, done });
      hits = [];
      last = performance.now();
    },
  };
}

/** Reports what was found, in parts. Ends early, without an error, when the signal is aborted. */
export async function findIn(
  flows: Searched,
  query: SearchQuery,
  matcher: Matcher,
  onReport: (report: Report) => void,
  signal: AbortSignal,
): Promise<string | null> {
  await prepareSaml(flows);
  if (signal.aborted) return null;
  const reader = query.regex ? await startPatternReader(query) : null;
  if (reader) return findByPattern(flows, reader, onReport, signal);
  const pace = createPace(TURN);
  const found = collector(onReport);
  let done = 0;
  for (const part of search(flows, matcher)) {
    done = part.done;
    found.add(part);
    if (!pace.isDue()) continue;
    await breathe();
    if (signal.aborted) return null;
    pace.rested();
  }
  found.report(done);
  return null;
}

/** Pieces until they have so many characters that a message to the worker is worth it. */
function* batches(flows: Searched): Generator<readonly SearchPiece[]> {
  let batch: SearchPiece[] = [];
  let size = 0;
  for (const piece of searchPieces(flows)) {
    batch.push(piece);
    for (const { forms } of piece.texts) for (const form of forms) size += form.length;
    if (size < BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  yield batch;
}

/** An expression can take for ever, so a worker evaluates it and is ended when it does. */
async function findByPattern(
  flows: Searched,
  reader: PatternReader,
  onReport: (report: Report) => void,
  signal: AbortSignal,
): Promise<string | null> {
  const found = collector(onReport);
  let count = 0;
  let done = 0;
  try {
    for (const batch of batches(flows)) {
      const all = await reader.spans(batch.map(({ texts }) => texts));
      if (signal.aborted) return null;
      if (all === null) {
        found.report(done);
        return 'This expression takes too long. The search stopped.';
      }
      for (const [index, piece] of batch.entries()) {
        if (piece.step !== null) done += 1;
        const hits = hitsOf(piece, (all[index] ?? []).slice(0, MOST_HITS - count));
        count += hits.length;
        found.add({ hits, done });
      }
      if (count >= MOST_HITS) break;
    }
    found.report(done);
    return null;
  } finally {
    reader.stop();
  }
}
