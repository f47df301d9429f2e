import { percentDecoded } from './percent.ts';

/** How a value came out other than the one that was meant, when one mistake explains it. */
export type NearMiss =
  | 'upper and lower case'
  | 'slash added'
  | 'slash missing'
  | 'encoded again'
  | 'not decoded'
  | 'plus became a space'
  | 'space became a plus'
  | 'white space added'
  | 'quotes added'
  | 'cut at the end'
  | 'cut at the beginning'
  | 'doubled'
  | 'character added'
  | 'character missing'
  | 'other character'
  | 'characters swapped';

/** Values are compared letter by letter up to this length only. */
const MAX_SPELLED = 2_000;
/** A value that is shorter is the beginning of many others. */
const MIN_PART = 4;

const QUOTED = /^(["'`“”‘’]+)([\s\S]*?)(["'`“”‘’]+)$/;

/** The one mistake that turns `expected` into `sent`; null for equal values and for any others. */
export function nearMiss(sent: string, expected: string): NearMiss | null {
  if (sent === expected || sent === '' || expected === '') return null;
  if (sent.trim() === expected.trim()) return 'white space added';
  if (QUOTED.exec(sent.trim())?.[2]?.trim() === expected) return 'quotes added';
  if (sent === `${expected}/`) return 'slash added';
  if (`${sent}/` === expected) return 'slash missing';
  return (
    encodingMiss(sent, expected) ??
    (sent.toLowerCase() === expected.toLowerCase() ? 'upper and lower case' : null) ??
    partMiss(sent, expected) ??
    spellingMiss(sent, expected)
  );
}

function encodingMiss(sent: string, expected: string): NearMiss | null {
  if (sent.includes(' ') && sent === expected.replaceAll('+', ' ')) return 'plus became a space';
  if (expected.includes(' ') && sent === expected.replaceAll(' ', '+'))
    return 'space became a plus';
  if (sent.includes('%') && percentDecoded(sent) === expected) return 'encoded again';
  return expected.includes('%') && percentDecoded(expected) === sent ? 'not decoded' : null;
}

function partMiss(sent: string, expected: string): NearMiss | null {
  if (sent.length === 2 * expected.length && sent === expected + expected) return 'doubled';
  if (sent.length < MIN_PART || sent.length > expected.length - 2) return null;
  if (expected.startsWith(sent)) return 'cut at the end';
  return expected.endsWith(sent) ? 'cut at the beginning' : null;
}

/** One letter, as people mistype: added, left out, another one, or two in the wrong order. */
function spellingMiss(sent: string, expected: string): NearMiss | null {
  const shortest = Math.min(sent.length, expected.length);
  const longest = Math.max(sent.length, expected.length);
  if (shortest < MIN_PART || longest > MAX_SPELLED || longest - shortest > 1) return null;
  let start = 0;
  while (start < shortest && sent[start] === expected[start]) start += 1;
  const rest = (value: string, skipped: number): string => value.slice(start + skipped);
  if (sent.length > expected.length)
    return when('character added', rest(sent, 1), rest(expected, 0));
  if (sent.length < expected.length)
    return when('character missing', rest(sent, 0), rest(expected, 1));
  if (rest(sent, 1) === rest(expected, 1)) return 'other character';
  const swapped = sent[start] === expected[start + 1] && sent[start + 1] === expected[start];
  return swapped ? when('characters swapped', rest(sent, 2), rest(expected, 2)) : null;
}

function when(miss: NearMiss, one: string, other: string): NearMiss | null {
  return one === other ? miss : null;
}
