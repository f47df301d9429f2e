import type { Collection, Secret } from './collect.ts';
import { originOf, type View, viewsOf } from './encoded-views.ts';
import { type Match, Matcher } from './matcher.ts';
import { patternsOf } from './patterns.ts';
import { Places } from './places.ts';
import { reachOf } from './reach.ts';

/** A part of a text that gives a value away. */
export interface Span extends Match<Secret> {
  /** It only counts because its own name stands before it. */
  readonly placed: boolean;
}

/** Fewer characters than this of what was unpacked are chance. */
const MIN_PACKED = 6;

/** Finds every collected value in every way to read a text; in order, the longest first. */
export function finderOf(collection: Collection): (text: string) => readonly Span[] {
  const places = new Places();
  const patterns = [...collection.secrets.values()].flatMap((secret) => {
    const isWord = collection.vocabulary.has(secret.value);
    const reach = reachOf(secret.value, secret.kind, isWord);
    if (reach !== 'place') {
      return patternsOf(secret.value, reach).map((pattern) => ({ ...pattern, owner: secret }));
    }
    places.add(secret, isWord);
    return [];
  });
  const matcher = new Matcher(patterns);
  return (text) => {
    const spans: Span[] = [];
    for (const view of viewsOf(text)) {
      for (const match of matcher.matches(view.text)) {
        if (!view.packed || match.end - match.start >= MIN_PACKED) {
          spans.push(spanOf(view, match, false));
        }
      }
      if (view.packed) continue;
      for (const match of places.matches(view.text)) spans.push(spanOf(view, match, true));
    }
    return spans.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function spanOf(view: View, { start, end, owner }: Match<Secret>, placed: boolean): Span {
  return { ...originOf(view, start, end), owner, placed };
}
