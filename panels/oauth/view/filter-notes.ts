import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { nearMiss } from '../../../src/http/near-miss.ts';
import { FILTER_KEYS, type FilterTerm, IS, isKnownValue, passes, readFilter } from './filter.ts';
import { flowAt, parsePlace } from './place-text.ts';

/** Something that the filter does not understand, and what the user may have meant. */
export interface FilterNote {
  readonly text: string;
  /** What to replace in the filter. */
  readonly replace?: { readonly old: string; readonly by: string };
}

/** The known word that a typing mistake explains. */
function nearest(word: string, known: readonly string[]): string | null {
  return known.find((one) => nearMiss(word, one) !== null) ?? null;
}

/** `statuss:200` reads like a key. `https://` and `localhost:8080` do not. */
const LIKE_KEY = /^([a-z]{2,20}):(?!\/\/)([^:]*)$/;

function ofWord({ value }: FilterTerm, flows: readonly AnalysedFlow[]): FilterNote | null {
  const [, key = '', rest = ''] = LIKE_KEY.exec(value) ?? [];
  if (key === '') return null;
  const meant = nearest(key, FILTER_KEYS);
  if (meant) {
    const text = `${key}: is not a filter. Did you mean ${meant}:?`;
    return { text, replace: { old: `${key}:`, by: `${meant}:` } };
  }
  const term: FilterTerm = { negative: false, key: null, value };
  const isText = /^\d+$/.test(rest) || flows.some((flow) => passes(flow, [term]));
  return isText ? null : { text: `${key}: is not a filter. “${value}” is searched as text.` };
}

function ofValue({ key, value }: FilterTerm): FilterNote {
  if (key !== 'is') return { text: `${key}:${value} is ignored: a status is like 400 or 4xx.` };
  const known = Object.keys(IS);
  const meant = nearest(value, known);
  return meant
    ? {
        text: `is:${value} is ignored. Did you mean is:${meant}?`,
        replace: { old: `is:${value}`, by: `is:${meant}` },
      }
    : { text: `is:${value} is ignored. Known are ${known.join(', ')}.` };
}

/** What the filter does not understand. */
export function filterNotes(text: string, flows: readonly AnalysedFlow[]): readonly FilterNote[] {
  const place = parsePlace(text);
  if (place) {
    const there = flowAt(flows, place);
    return there ? [] : [{ text: `This recording has no flow ${place.flow}.` }];
  }
  return readFilter(text).flatMap((term) => {
    const note =
      term.key === null ? ofWord(term, flows) : isKnownValue(term) ? null : ofValue(term);
    return note ?? [];
  });
}
