import { type NearMiss, nearMiss } from '../http/near-miss.ts';
import { isLoopbackHost, parseUrl } from '../http/url.ts';
import { type UrlPart, urlDifferences } from '../http/url-difference.ts';
import { faultOf, type ValueFault } from '../http/value-fault.ts';
import { count, list } from './numbers.ts';

const MISSES: Readonly<Record<NearMiss, string>> = {
  'upper and lower case': 'upper and lower case differ',
  'slash added': 'it has a slash more at the end',
  'slash missing': 'it lacks the slash at the end',
  'encoded again': 'it is percent-encoded once more',
  'not decoded': 'it is percent-encoded once less',
  'plus became a space': 'a "+" became a space',
  'space became a plus': 'a space became a "+"',
  'white space added': 'white space at its beginning or end differs',
  'quotes added': 'it has quotation marks around it',
  'cut at the end': 'its end is cut off',
  'cut at the beginning': 'its beginning is cut off',
  doubled: 'it is there twice in a row',
  'character added': 'it has one character more',
  'character missing': 'it lacks one character',
  'other character': 'one character is another',
  'characters swapped': 'two characters are swapped',
};

const FAULTS: Readonly<Record<ValueFault, string>> = {
  empty: 'it is empty',
  'empty variable': 'it is what an empty variable turns into',
  object: 'it is an object that was turned into text',
  placeholder: 'it is a placeholder that nobody replaced',
  quotes: 'it has quotation marks in it',
  'white space': 'it has white space at its beginning or end',
  'line break': 'it has a line break in it',
};

const MAX_PART = 120;

/**
 * How `sent` differs from the value that was expected, as a clause about `sent`; null when the two
 * have nothing to do with each other. It quotes parts of URLs and nothing else.
 */
export function describeDifference(sent: string, expected: string): string | null {
  if (sent === expected) return null;
  if (isUrl(sent) && isUrl(expected)) return urlDifference(sent, expected);
  const miss = nearMiss(sent, expected);
  if (miss === null) return describeFault(sent);
  return miss === 'cut at the end'
    ? `it is only the first ${count(sent.length, 'character')} of ${expected.length}`
    : MISSES[miss];
}

/** What is wrong with a value whatever was meant, as a clause about it; null when nothing is. */
export function describeFault(value: string): string | null {
  const fault = faultOf(value);
  return fault === null ? null : FAULTS[fault];
}

function isUrl(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && parseUrl(value) !== null;
}

/** Leaves out what a reader of both URLs sees at once: another path, an unrelated host. */
function urlDifference(sent: string, expected: string): string | null {
  const all = urlDifferences(sent, expected);
  // On another host, the rest need not be the same.
  const telling = all.includes('host') ? (['host'] as const) : all;
  const parts = telling.flatMap((part) => partWords(part, sent, expected) ?? []);
  return parts.length === 0 ? null : list(parts);
}

function partWords(part: UrlPart, sent: string, expected: string): string | null {
  const a = parseUrl(sent);
  const b = parseUrl(expected);
  switch (part) {
    case 'scheme':
      return `the scheme is ${a?.protocol.slice(0, -1)} instead of ${b?.protocol.slice(0, -1)}`;
    case 'host':
      return hostWords(a?.hostname ?? '', b?.hostname ?? '');
    case 'port':
      return portWords(a?.port ?? '', b?.port ?? '');
    case 'trailing slash':
      return endsWithSlash(sent) ? MISSES['slash added'] : MISSES['slash missing'];
    case 'upper and lower case':
      return MISSES['upper and lower case'];
    case 'path':
      return nearWords('path', a?.pathname ?? '', b?.pathname ?? '');
    case 'query':
    case 'fragment':
      return `the ${part} differs`;
    case 'encoding':
      return 'the percent-encoding differs';
  }
}

function nearWords(name: string, sent: string, expected: string): string | null {
  const miss = nearMiss(sent, expected);
  return miss === null ? null : `in the ${name}, ${MISSES[miss]}`;
}

function hostWords(sent: string, expected: string): string | null {
  const isRelated =
    sent.endsWith(`.${expected}`) ||
    expected.endsWith(`.${sent}`) ||
    (isLoopbackHost(sent) && isLoopbackHost(expected));
  return isRelated
    ? `the host is ${shown(sent)} instead of ${shown(expected)}`
    : nearWords('host', sent, expected);
}

function endsWithSlash(url: string): boolean {
  return /^[^?#]*\/(?:[?#]|$)/.test(url);
}

function portWords(sent: string, expected: string): string {
  if (sent === '') return `the port ${expected} is missing`;
  return expected === '' ? `it has the port ${sent}` : `the port is ${sent} instead of ${expected}`;
}

function shown(part: string): string {
  return part.length > MAX_PART ? `${part.slice(0, MAX_PART)}…` : part;
}
