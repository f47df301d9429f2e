/** A text in three parts, of which the middle differs from the other text. */
export interface DifferingPart {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

/** The part of the shorter text that must be alike. */
const ALIKE = 0.4;

const isHalf = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** Marks the part of a text in which it differs from another one. Pairs of surrogates stay whole. */
export function differingPart(text: string, other: string): DifferingPart {
  const shortest = Math.min(text.length, other.length);
  let start = 0;
  while (start < shortest && text[start] === other[start]) start += 1;
  while (start > 0 && (isHalf(text, start) || isHalf(other, start))) start -= 1;
  let end = 0;
  while (end < shortest - start && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  while (end > 0 && (isHalf(text, text.length - end) || isHalf(other, other.length - end)))
    end -= 1;
  // Where almost nothing is alike, marks only disturb.
  if (start + end < shortest * ALIKE) return { before: text, differs: '', after: '' };
  const last = text.length - end;
  return {
    before: text.slice(0, start),
    differs: text.slice(start, last),
    after: text.slice(last),
  };
}
