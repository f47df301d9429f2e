import type { SearchQuery } from '../../../src/search/search-query.ts';
import type { Span } from '../../../src/search/search-spans.ts';
import type { SearchText } from '../../../src/search/search-text.ts';

/** Where the build puts the script of the worker. */
const SCRIPT = '/assets/find-worker.js';
/** Milliseconds for the texts of a few messages. */
const PATIENCE = 2_000;

/** Evaluates a regular expression beside the panel. */
export interface PatternReader {
  /** The matches in the texts of each message. Null when it takes too long. */
  spans(texts: readonly (readonly SearchText[])[]): Promise<readonly (readonly Span[])[] | null>;
  stop(): void;
}

/** Null when the browser has no workers or refuses: then the panel evaluates the expression. */
export function startPatternReader(query: SearchQuery): Promise<PatternReader | null> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(SCRIPT, { type: 'module' });
      worker.onmessage = () => resolve(readerOf(worker));
      worker.onerror = () => resolve(null);
      worker.postMessage(query);
    } catch {
      resolve(null);
    }
  });
}

function readerOf(worker: Worker): PatternReader {
  return {
    spans: (texts) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          worker.terminate();
          resolve(null);
        }, PATIENCE);
        worker.onmessage = ({ data }: MessageEvent<readonly (readonly Span[])[]>) => {
          clearTimeout(timer);
          resolve(data);
        };
        worker.postMessage(texts);
      }),
    stop: () => worker.terminate(),
  };
}
