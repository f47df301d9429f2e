// Evaluates regular expressions beside the panel, which ends the worker when one takes too long.

import { type Matcher, matcherOf, type SearchQuery } from '../../src/search/search-query.ts';
import { MOST_HITS } from '../../src/search/search-recording.ts';
import { type Span, spansIn } from '../../src/search/search-spans.ts';
import type { SearchText } from '../../src/search/search-text.ts';

let matcher: Matcher | null = null;

/** The first message is the query, each further one the texts of a message. */
self.onmessage = ({ data }: MessageEvent<SearchQuery | readonly SearchText[]>) => {
  if ('text' in data) {
    const made = matcherOf(data);
    matcher = 'refused' in made ? null : made;
    self.postMessage([]);
    return;
  }
  const spans: Span[] = [];
  if (matcher) {
    for (const span of spansIn(data, matcher)) {
      if (span) spans.push(span);
      if (spans.length >= MOST_HITS) break;
    }
  }
  self.postMessage(spans);
};
