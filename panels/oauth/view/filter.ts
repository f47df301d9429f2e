import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { isFederated } from '../../../src/flow/facts/attempt.ts';
import { firstRehearsed } from '../../../src/flow/facts/rehearsed.ts';
import { memoised } from '../../../src/http/memo.ts';
import { tokensOf } from '../../../src/oauth/message-tokens.ts';
import { kindWord } from '../../../src/words/kinds.ts';
import { hasDecoded } from './decoded-words.ts';
import { parsePlace } from './place-text.ts';

/** The words before the colon that the filter knows. */
export const FILTER_KEYS = [
  'client',
  'server',
  'grant',
  'is',
  'has',
  'check',
  'status',
  'kind',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** One word of a filter. `-client:spa` is negative and has a key. `token` is a plain word. */
export interface FilterTerm {
  readonly negative: boolean;
  readonly key: FilterKey | null;
  readonly value: string;
}

const TERM = /(-)?(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi;

function isKey(word: string): word is FilterKey {
  return (FILTER_KEYS as readonly string[]).includes(word);
}

/** Whether a key can have such a value. Keys that search a text can have any. */
export function isKnownValue({ key, value }: FilterTerm): boolean {
  if (key === 'is') return Object.hasOwn(IS, value);
  return key !== 'status' || /^(?:[1-5](?:\d\d?|\dx|xx?)?|unknown)$/.test(value);
}

/**
 * Reads the filter language of the Network panel. Unknown syntax is a plain word. The reference to a
 * place of the recording is no filter.
 */
export function readFilter(text: string): readonly FilterTerm[] {
  const terms: FilterTerm[] = [];
  if (parsePlace(text)) return terms;
  for (const [whole, minus, rawKey, quoted, bare] of text.matchAll(TERM)) {
    const key = rawKey?.toLowerCase() ?? '';
    const value = (quoted ?? bare ?? '').toLowerCase();
    const negative = minus !== undefined;
    if (isKey(key)) {
      if (value !== '') terms.push({ negative, key, value });
    } else {
      const word = whole
        .slice(negative ? 1 : 0)
        .replaceAll('"', '')
        .toLowerCase();
      const unfinished = word.endsWith(':') && isKey(word.slice(0, -1));
      if (word !== '' && !unfinished) terms.push({ negative, key: null, value: word });
    }
  }
  return terms;
}

/** The terms that count. Those with a value that their key does not know are ignored. */
export function parseFilter(text: string): readonly FilterTerm[] {
  return readFilter(text).filter(isKnownValue);
}

const textOf = memoised((analysed: AnalysedFlow): string => {
  const { flow, verdict, findings, outcome } = analysed;
  const parts = [flow.client, flow.authorizationServer, flow.grant, outcome];
  parts.push(verdict.text, ...findings.flatMap(({ check, title }) => [check, title]));
  for (const { kind, exchange, params } of flow.messages) {
    parts.push(kindWord(kind), exchange.request.url.slice(0, 4_000), params.get('error') ?? '');
  }
  for (const { response } of flow.tokenRequests) parts.push(response.error);
  return parts.filter(Boolean).join('\n').toLowerCase();
});

const contains = (text: string | null, value: string): boolean =>
  text?.toLowerCase().includes(value) ?? false;

function hasStatus({ flow }: AnalysedFlow, value: string): boolean {
  const wanted = value.replace(/x+$/, '');
  return flow.messages.some(({ exchange }) => {
    const status = exchange.response?.status;
    return status !== undefined && String(status ?? 'unknown').startsWith(wanted);
  });
}

export const IS: Readonly<Record<string, (analysed: AnalysedFlow) => boolean>> = {
  failed: ({ verdict }) => verdict.sign === 'bad',
  succeeded: ({ outcome }) => outcome === 'succeeded',
  unfinished: ({ outcome }) => outcome === 'unfinished',
  unknown: ({ outcome }) => outcome === 'unknown',
  error: ({ findings }) => findings.some(({ severity }) => severity === 'error'),
  warning: ({ findings }) => findings.some(({ severity }) => severity === 'warning'),
  clean: ({ findings }) => findings.every(({ severity }) => severity === 'info'),
  rehearsed: ({ flow }) => firstRehearsed(flow) !== null,
  federated: ({ flow }) => isFederated(flow),
};

const BY_KEY: Readonly<Record<FilterKey, (analysed: AnalysedFlow, value: string) => boolean>> = {
  client: ({ flow }, value) => contains(flow.client, value),
  server: ({ flow }, value) => contains(flow.authorizationServer, value),
  grant: ({ flow }, value) => contains(flow.grant, value.replaceAll(/[ -]/g, '_')),
  is: (analysed, value) => (Object.hasOwn(IS, value) ? (IS[value]?.(analysed) ?? false) : false),
  check: ({ findings }, value) => findings.some(({ check }) => check.includes(value)),
  status: hasStatus,
  has: ({ flow }, value) =>
    flow.messages.some(({ params }) =>
      params.pairs.some(({ name }) => name.toLowerCase() === value),
    ) || flow.messages.some((message) => tokensOf(message).some(({ name }) => name === value)),
  kind: ({ flow }, value) => flow.messages.some(({ kind }) => kind.includes(value)),
};

/** Whether a flow passes every term. */
export function passes(analysed: AnalysedFlow, terms: readonly FilterTerm[]): boolean {
  return terms.every(({ key, value, negative }) => {
    const found = key
      ? BY_KEY[key](analysed, value)
      : textOf(analysed).includes(value) || hasDecoded(analysed, value);
    return found !== negative;
  });
}
