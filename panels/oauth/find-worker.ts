// Evaluates regular expressions beside the panel, which ends the worker when one takes too long.

import { type Matcher, matcherOf, type SearchQuery } from '../../src/search/search-query.ts';
import { MOST_HITS } from '../../src/search/search-recording.ts';
import { type Span, spansIn } from '../../src/search/search-spans.ts';
import type { SearchText } from '../../src/search/search-text.ts';

let matcher: Matcher | null = null;

function spansOf(texts: readonly SearchText[]): readonly Span[] {
  const spans: Span[] = [];
  if (!matcher) return spans;
  for (const span of spansIn(texts, matcher)) {
    if (span) spans.push(span);
    if (spans.length >= MOST_HITS) break;
  }
  return spans;
}

/** The first message is the query, each further one the texts of some messages. */
self.onmessage = ({ data }: MessageEvent<SearchQuery | readonly (readonly SearchText[])[]>) => {
  if (!('text' in data)) {
    self.postMessage(data.map(spansOf));
    return;
  }
  const made = matcherOf(data);
  matcher = 'refused' in made ? null : made;
  self.postMessage([]);
};
