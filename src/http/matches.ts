const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global expression, as `matchAll` finds them. Most texts have none, and `matchAll`
 * copies the expression before it looks.
 */
export function matchesIn(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? NONE : text.matchAll(pattern);
}
