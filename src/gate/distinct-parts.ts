/**
 * Between two lines, and between two members of an object or a list. No escape writes these characters
 * for a letter or a digit, so no piece of a value and no encoded value goes on behind them.
 */
const ENDS = /\n|,(?=["{])/g;
/** Longer parts seldom repeat. */
const LONGEST = 1_000;
const MAX_KNOWN = 100_000;
const PARTS_PER_STEP = 5_000;

/**
 * A text without its repetitions: a HAR has the same header fields in every entry. Yields between
 * pieces of work.
 */
export function* withoutRepetitions(text: string): Generator<undefined, string> {
  const known = new Set<string>();
  const kept: string[] = [];
  let keptFrom = 0;
  let from = 0;
  let count = 0;
  ENDS.lastIndex = 0;
  for (let end = endAfter(text, 0); from < text.length; end = endAfter(text, end)) {
    const part = end - from > LONGEST ? null : text.slice(from, end);
    if (part !== null && known.has(part)) {
      if (keptFrom < from) kept.push(text.slice(keptFrom, from));
      keptFrom = end;
    } else if (part !== null && known.size < MAX_KNOWN) known.add(part);
    from = end;
    count += 1;
    if (count % PARTS_PER_STEP === 0) yield;
  }
  if (keptFrom === 0) return text;
  kept.push(text.slice(keptFrom));
  return kept.join('');
}

/** Where the part that begins there ends. */
function endAfter(text: string, from: number): number {
  ENDS.lastIndex = from;
  return ENDS.test(text) ? ENDS.lastIndex : text.length;
}
