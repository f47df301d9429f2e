import type { Found, Matcher } from './search-query.ts';
import type { SearchText } from './search-text.ts';

/** A match within the texts of a piece. */
export interface Span extends Found {
  /** Index of the text. */
  readonly text: number;
  /** In the name, in one of the forms, or across both as in `name=value`. */
  readonly at: 'name' | 'row' | number;
}

/** Characters that are searched without a pause. */
const SLICE = 250_000;

/** The searched string of a span: the match stands in it from `start` to `end`. */
export function spanString(texts: readonly SearchText[], { text, at }: Pick<Span, 'text' | 'at'>) {
  const found = texts[text];
  if (!found) return '';
  return at === 'name' ? found.name : at === 'row' ? rowOf(found) : (found.forms[at] ?? '');
}

/** As it is written: a header with a colon, anything else with an equals sign. */
function rowOf({ place, name, forms }: SearchText): string {
  return `${name}${place.endsWith('header') ? ': ' : '='}${forms[0] ?? ''}`;
}

/** The matches of one string. Undefined stands for a pause within a long one. */
function* foundIn(text: string, matcher: Matcher): Generator<Found | undefined> {
  const { longest } = matcher;
  if (longest === null || text.length <= SLICE) {
    yield* foundBetween(text, matcher, text.length);
    return;
  }
  let from = 0;
  for (let start = 0; start < text.length; start += SLICE) {
    const shift = Math.max(start, from);
    const slice = text.slice(shift, start + SLICE + longest);
    for (const { start: at, end } of foundBetween(slice, matcher, start + SLICE - shift)) {
      from = shift + end;
      yield { start: shift + at, end: from };
    }
    yield undefined;
  }
}

/** The matches that begin before a position. They do not overlap. */
function* foundBetween(text: string, matcher: Matcher, before: number): Generator<Found> {
  let from = 0;
  for (let found = matcher.next(text, 0); found; found = matcher.next(text, from)) {
    if (found.start >= before) return;
    yield found;
    from = found.end;
  }
}

/**
 * The matches in some texts, in order. A text counts in the first of its forms that has one.
 * Undefined stands for a moment at which the search may pause.
 */
export function* spansIn(
  texts: readonly SearchText[],
  matcher: Matcher,
): Generator<Span | undefined> {
  for (const [index, { name, forms }] of texts.entries()) {
    let any = false;
    const spans = function* (at: Span['at'], text: string): Generator<Span | undefined> {
      for (const found of foundIn(text, matcher)) {
        any ||= found !== undefined;
        yield found && { text: index, at, ...found };
      }
    };
    yield* spans('name', name);
    const named = any;
    any = false;
    for (const [form, text] of forms.entries()) {
      yield* spans(form, text);
      if (any) break;
    }
    if (name !== '' && !named && !any && forms[0] !== undefined && forms[0].length < SLICE) {
      yield* spans('row', spanString(texts, { text: index, at: 'row' }));
    }
    yield undefined;
  }
}
