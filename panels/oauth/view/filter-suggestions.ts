import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { grantWord } from '../../../src/words/grant-words.ts';
import { kindWord } from '../../../src/words/kinds.ts';
import { FILTER_KEYS, type FilterKey, IS, parseFilter, passes } from './filter.ts';

/** What follows each key. */
export const KEY_WORDS: Readonly<Record<FilterKey, string>> = {
  client: 'part of the client id',
  server: 'part of the authorization server',
  grant: 'how tokens are requested',
  is: 'how the attempt ended',
  has: 'a parameter or token, by its name',
  check: 'part of the id of a check that found something',
  status: 'a status code, or 4xx',
  kind: 'a kind of message',
};

const IS_WORDS: Readonly<Record<string, string>> = {
  failed: 'attempts that failed',
  succeeded: 'attempts that succeeded',
  unfinished: 'attempts without an end',
  unknown: 'attempts whose end was not recorded',
  error: 'attempts with an error',
  warning: 'attempts with a warning',
  clean: 'attempts without error and warning',
  rehearsed: 'attempts that met a fault you switched on',
  federated: 'logins through another server',
};

/** One suggestion: the filter with it, the word, what it means, and how many flows it leaves. */
export interface Suggestion {
  readonly text: string;
  readonly word: string;
  readonly about: string;
  readonly count: number | null;
}

const MAX_SUGGESTIONS = 12;

/** The values that the recording has for a key, and what they mean. */
function valuesFor(
  key: FilterKey,
  flows: readonly AnalysedFlow[],
): readonly (readonly [value: string, about: string])[] {
  if (key === 'is') return Object.keys(IS).map((value) => [value, IS_WORDS[value] ?? '']);
  return flows.flatMap(({ flow, findings }): readonly (readonly [string, string])[] => {
    switch (key) {
      case 'client':
        return flow.client ? [[flow.client, '']] : [];
      case 'server':
        return flow.authorizationServer ? [[flow.authorizationServer, '']] : [];
      case 'grant':
        return [[flow.grant, grantWord(flow.grant)]];
      case 'check':
        return findings.map(({ check, title }) => [check, title]);
      case 'kind':
        return flow.messages.map(({ kind }) => [kind, kindWord(kind)]);
      case 'has':
        return flow.messages.flatMap(({ params }) =>
          params.pairs.map(({ name }) => [name.toLowerCase(), ''] as const),
        );
      default:
        return flow.messages.flatMap(({ exchange }) =>
          exchange.response ? [[String(exchange.response.status ?? 'unknown'), ''] as const] : [],
        );
    }
  });
}

function isKey(word: string): word is FilterKey {
  return (FILTER_KEYS as readonly string[]).includes(word);
}

function optionsFor(word: string, flows: readonly AnalysedFlow[]): ReadonlyMap<string, string> {
  const colon = word.indexOf(':');
  if (colon < 0) return new Map(FILTER_KEYS.map((name) => [`${name}:`, KEY_WORDS[name]]));
  const key = word.slice(0, colon).toLowerCase();
  if (!isKey(key)) return new Map();
  return new Map(
    valuesFor(key, flows).map(([value, about]) => [
      /\s/.test(value) ? `${key}:"${value}"` : `${key}:${value}`,
      about,
    ]),
  );
}

/** Suggestions for the last word of the filter. */
export function suggest(text: string, flows: readonly AnalysedFlow[]): readonly Suggestion[] {
  const last = /(?:^|\s)(-?)([^\s"]*)$/.exec(text);
  if (!last) return [];
  const [, minus = '', word = ''] = last;
  const start = text.slice(0, text.length - word.length - minus.length);
  const wanted = word.toLowerCase();
  return [...optionsFor(word, flows)]
    .filter(
      ([option]) => option.toLowerCase().startsWith(wanted) && option.toLowerCase() !== wanted,
    )
    .slice(0, MAX_SUGGESTIONS)
    .map(([option, about]) => {
      const whole = minus + option;
      const terms = option.endsWith(':') ? [] : parseFilter(whole);
      const count = terms.length === 0 ? null : flows.filter((one) => passes(one, terms)).length;
      return { text: start + whole, word: whole, about, count };
    });
}
