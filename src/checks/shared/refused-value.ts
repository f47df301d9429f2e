import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';

/** What a refused claim has, and what the API wants in its place. */
export interface RefusedValue {
  /** One sentence without its full stop. */
  readonly told: string;
  /** The value that the API names; null when it names none. */
  readonly wanted: string | null;
  /** Whether the two are spellings of one value. */
  readonly isNear: boolean;
}

const MAX_VALUES = 4;

/** Compares the values of a claim with the one that the words of the API name beside them. */
export function refusedValue(
  name: string,
  values: readonly string[],
  words: string | null,
): RefusedValue {
  const wanted = wantedIn(words ?? '', values);
  const has =
    values.length === 0
      ? `no ${name}`
      : `${name} ${list(values.slice(0, MAX_VALUES).map((one) => quote(one)))}`;
  if (wanted === null) return { told: `The token has ${has}`, wanted, isNear: false };
  const difference = values.map((one) => describeDifference(one, wanted)).find(Boolean) ?? null;
  return {
    told: `The token has ${has}, the API wants ${quote(wanted)}${difference === null ? '' : ` (${difference})`}`,
    wanted,
    isNear: difference !== null,
  };
}

const AFTER_EXPECTED =
  /\bexpect(?:ed|s|ing)?:?\s+(?:(?:to be|one of|an?|the|issuer|audience|aud|iss|claim|value):?\s+){0,3}["'`[]*([^\s"'`,;\])]{2,200})/i;
const QUOTED = /["'`]([^"'`\s]{2,200})["'`]/g;

/** The value that the API wants, when its words name one that the token does not have. */
function wantedIn(words: string, values: readonly string[]): string | null {
  const named = [
    AFTER_EXPECTED.exec(words)?.[1]?.replace(/[.:]+$/, ''),
    ...[...words.matchAll(QUOTED)].map(([, value]) => value),
  ];
  const found = named.find((one) => one !== undefined && isValue(one) && !values.includes(one));
  return found ?? null;
}

/** Identifiers of APIs and issuers are URIs or names with more than letters in them. */
function isValue(text: string): boolean {
  return /[:/.\d_-]/.test(text) && !/^(?:null|aud|iss)$/i.test(text);
}
