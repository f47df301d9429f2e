import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { isFederated } from '../../../src/flow/facts/attempt.ts';
import { memoised } from '../../../src/http/memo.ts';
import { kindWord } from '../../../src/words/kinds.ts';

/** The words before the colon that the filter knows. */
const FILTER_KEYS = ['client', 'server', 'grant', 'is', 'check', 'status', 'kind'] as const;
type FilterKey = (typeof FILTER_KEYS)[number];

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

/** Reads the filter language of the Network panel. Unknown syntax is a plain word. */
export function parseFilter(text: string): readonly FilterTerm[] {
  const terms: FilterTerm[] = [];
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

const IS: Readonly<Record<string, (analysed: AnalysedFlow) => boolean>> = {
  failed: ({ verdict }) => verdict.sign === 'bad',
  succeeded: ({ outcome }) => outcome === 'succeeded',
  unfinished: ({ outcome }) => outcome === 'unfinished',
  unknown: ({ outcome }) => outcome === 'unknown',
  error: ({ findings }) => findings.some(({ severity }) => severity === 'error'),
  warning: ({ findings }) => findings.some(({ severity }) => severity === 'warning'),
  clean: ({ findings }) => findings.every(({ severity }) => severity === 'info'),
  federated: ({ flow }) => isFederated(flow),
};

const BY_KEY: Readonly<Record<FilterKey, (analysed: AnalysedFlow, value: string) => boolean>> = {
  client: ({ flow }, value) => contains(flow.client, value),
  server: ({ flow }, value) => contains(flow.authorizationServer, value),
  grant: ({ flow }, value) => contains(flow.grant, value.replaceAll(/[ -]/g, '_')),
  is: (analysed, value) => (Object.hasOwn(IS, value) ? (IS[value]?.(analysed) ?? false) : false),
  check: ({ findings }, value) => findings.some(({ check }) => check.includes(value)),
  status: hasStatus,
  kind: ({ flow }, value) => flow.messages.some(({ kind }) => kind.includes(value)),
};

/** Whether a flow passes every term. */
export function passes(analysed: AnalysedFlow, terms: readonly FilterTerm[]): boolean {
  return terms.every(({ key, value, negative }) => {
    const found = key ? BY_KEY[key](analysed, value) : textOf(analysed).includes(value);
    return found !== negative;
  });
}

const MAX_SUGGESTIONS = 12;

function valuesFor(key: FilterKey, flows: readonly AnalysedFlow[]): readonly string[] {
  if (key === 'is') return Object.keys(IS);
  return flows.flatMap(({ flow, findings }): readonly string[] => {
    if (key === 'client') return flow.client ? [flow.client] : [];
    if (key === 'server') return flow.authorizationServer ? [flow.authorizationServer] : [];
    if (key === 'grant') return [flow.grant];
    if (key === 'check') return findings.map(({ check }) => check);
    if (key === 'kind') return flow.messages.map(({ kind }) => kind);
    return flow.messages.flatMap(({ exchange }) =>
      exchange.response ? [String(exchange.response.status ?? 'unknown')] : [],
    );
  });
}

/** Suggestions for the last word of the filter. */
export function suggest(text: string, flows: readonly AnalysedFlow[]): readonly string[] {
  const last = /(?:^|\s)(-?)([^\s"]*)$/.exec(text);
  if (!last) return [];
  const [, minus = '', word = ''] = last;
  const start = text.slice(0, text.length - word.length - minus.length);
  const colon = word.indexOf(':');
  const key = word.slice(0, Math.max(colon, 0)).toLowerCase();
  const options = isKey(key)
    ? valuesFor(key, flows).map((value) =>
        /\s/.test(value) ? `${key}:"${value}"` : `${key}:${value}`,
      )
    : colon < 0
      ? FILTER_KEYS.map((name) => `${name}:`)
      : [];
  const wanted = word.toLowerCase();
  return [...new Set(options)]
    .filter((option) => option.toLowerCase().startsWith(wanted) && option.toLowerCase() !== wanted)
    .slice(0, MAX_SUGGESTIONS)
    .map((option) => start + minus + option);
}
