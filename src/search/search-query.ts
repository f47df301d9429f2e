/** What the user searches for. */
export interface SearchQuery {
  readonly text: string;
  readonly matchCase: boolean;
  /** Whether the text is a regular expression. */
  readonly regex: boolean;
}

/** Finds the next match at or after a position. Null when there is none. */
export interface Matcher {
  readonly next: (text: string, from: number) => Found | null;
  /** Length of the longest match. Null when it is unknown. */
  readonly longest: number | null;
}

/** A match in one text. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Longer expressions are refused: nobody types them. */
const LONGEST_PATTERN = 1_000;

/** The matcher of a query, or the reason why the query cannot be used. */
export function matcherOf(query: SearchQuery): Matcher | { readonly refused: string } {
  const { text, matchCase, regex } = query;
  if (!regex) return matchCase ? exact(text) : anyCase(text);
  if (text.length > LONGEST_PATTERN) return { refused: 'This expression is too long.' };
  try {
    return byPattern(new RegExp(text, matchCase ? 'g' : 'gi'), null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refused: reason.replace(/^Invalid regular expression: /, '') };
  }
}

function exact(wanted: string): Matcher {
  const next = (text: string, from: number) => {
    const start = text.indexOf(wanted, from);
    return start < 0 ? null : { start, end: start + wanted.length };
  };
  return { next, longest: wanted.length };
}

/** Ignores case without changing the length of the text, so that positions hold. */
function anyCase(wanted: string): Matcher {
  const literal = wanted.replace(SPECIAL, '\\$&');
  return byPattern(new RegExp(literal, 'giu'), wanted.length * 2);
}

/** The characters that have a meaning in an expression. */
const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const MOST_TEXTS = 100;
const LONGEST_TEXT = 300;

/**
 * Finds again what was found, in time that grows with the text alone: an expression of the user could
 * take for ever.
 */
export function matcherOfTexts(texts: Iterable<string>): Matcher {
  const distinct = new Set<string>();
  for (const text of texts) {
    if (distinct.size >= MOST_TEXTS) break;
    if (text.length <= LONGEST_TEXT) distinct.add(text);
  }
  const longestFirst = [...distinct].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return { next: () => null, longest: 0 };
  const literals = longestFirst.map((text) => text.replace(SPECIAL, '\\$&'));
  return byPattern(new RegExp(literals.join('|'), 'gu'), longestFirst[0]?.length ?? 0);
}

function byPattern(pattern: RegExp, longest: number | null): Matcher {
  const next = (text: string, from: number): Found | null => {
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[0] !== '') return { start: match.index, end: match.index + match[0].length };
      pattern.lastIndex = match.index + 1;
    }
    return null;
  };
  return { next, longest };
}
