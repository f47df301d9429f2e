import { originOfUrl } from '../../http/url.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { SETS } from './natures.ts';

/** How the first value differs from the second, as a clause about it; null when that is plain to see. */
export function howDifferent(name: string, a: string, b: string): string | null {
  return SETS.has(name.replace(/^.*: /, '')) ? setDifference(a, b) : describeDifference(a, b);
}

const MAX_NAMED = 8;

function setDifference(a: string, b: string): string {
  const [left, right] = [a, b].map((text) => new Set(text.split(/\s+/).filter(Boolean)));
  const only = (some: Set<string> | undefined, others: Set<string> | undefined): string => {
    const names = [...(some ?? [])].filter((one) => !others?.has(one));
    const shown = names.slice(0, MAX_NAMED).map((one) => one.slice(0, 80));
    return list(names.length > MAX_NAMED ? [...shown, 'more'] : shown);
  };
  const [lacks, has] = [only(right, left), only(left, right)];
  return [lacks && `it lacks ${lacks}`, has && `it also has ${has}`].filter(Boolean).join(' and ');
}

const MAX_QUOTED = 120;

/** Both values in quotes. What two URLs of one origin begin with alike is left out. */
export function quotedPair(a: string, b: string): readonly [a: string, b: string] {
  const origin = originOfUrl(a);
  const isShort = origin === null || origin !== originOfUrl(b) || !a.startsWith(`${origin}/`);
  const start = isShort || !b.startsWith(`${origin}/`) ? 0 : sharedFolders(a, b, origin.length);
  const short = (text: string): string =>
    quote(start === 0 ? text : `…${text.slice(start)}`, MAX_QUOTED);
  return [short(a), short(b)];
}

/** The length of the folders that both URLs begin with, without the last slash. */
function sharedFolders(a: string, b: string, from: number): number {
  let last = from;
  const shortest = Math.min(a.length, b.length);
  for (let index = from; index < shortest && a[index] === b[index]; index += 1) {
    if (a[index] === '/' && (index + 1 < a.length || index + 1 < b.length)) {
      const rest = Math.min(a.length, b.length) - index;
      if (rest > 1) last = index;
    }
  }
  return last;
}
