import type { Exchange } from '../../http/exchange.ts';
import type { ErrorSignature } from './error-signature.ts';
import generic from './generic.ts';
import { providerAt } from './hosts.ts';
import { providerOf } from './identify.ts';
import { providers } from './index.ts';
import type { Provider } from './provider.ts';

interface Row {
  readonly provider: Provider;
  readonly signature: ErrorSignature;
}

/** A signature that was found, and its place. */
export interface SignatureMatch extends Row {
  /** The line with the match; empty for a match in the URL. */
  readonly line: string;
  /** What it means, with what the pattern found. */
  readonly means: string;
  /** What to do, with what the pattern found. */
  readonly fix: string;
}

/** What is known of a text beside the exchange that it was found in. */
export interface Quoted {
  /** Kind of the message, and grant of a token request; `application` for its own pages. */
  readonly at?: readonly string[];
  /** The provider that the text may quote, when another server wrote it. */
  readonly quotes?: Provider | null;
}

const MAX_LINE = 300;
const MAX_GROUP = 80;
const UNKNOWN: Provider = { ...generic, id: 'generic' };
const ANYWHERE = providers.flatMap(rowsOf).filter(({ signature }) => signature.anywhere === true);

/**
 * The first signature of an error in a server's text. The provider that answered comes first, then
 * the one that it may quote, then words that only one provider uses, then phrases that many servers
 * use. A signature that only says that there is an error comes last.
 */
export function findSignature(
  exchange: Exchange | null,
  text: string,
  { at = [], quotes = null }: Quoted = {},
): SignatureMatch | null {
  const url = exchange?.request.url ?? '';
  const own = providerOf(exchange);
  const found = [
    ...(own ? rowsOf(own) : []),
    ...(quotes && quotes !== own ? rowsOf(quotes) : []),
    ...ANYWHERE,
    ...rowsOf(UNKNOWN),
  ].filter(
    ({ signature }) =>
      (signature.at === undefined || signature.at.some((place) => at.includes(place))) &&
      (signature.in === 'url' ? matches(signature, url) : says(signature, text)),
  );
  const best = found.find(({ signature }) => signature.about !== 'other') ?? found[0];
  return best ? { ...best, ...wordsOf(best.signature, text, url) } : null;
}

/** The message that a provider's error page keeps in a script, as the inside of a JSON string. */
export function messageInScript(exchange: Exchange, html: string): string | null {
  return providerOf(exchange)?.pageMessage?.pattern.exec(html)?.[1] ?? null;
}

/** The URL parameter in which the provider at this address packs its error. */
export function packedErrorParameter(url: string): string | null {
  return providerAt(url)?.packedError?.parameter ?? null;
}

function rowsOf(provider: Provider): readonly Row[] {
  return (provider.errors ?? []).map((signature) => ({ provider, signature }));
}

function matches({ pattern, unless }: ErrorSignature, text: string): boolean {
  return pattern.test(text) && unless?.test(text) !== true;
}

/** Whether the text has it. Words that change its meaning count in their own line only. */
function says(signature: ErrorSignature, text: string): boolean {
  if (!signature.pattern.test(text)) return false;
  return !signature.unless || text.split('\n').some((line) => matches(signature, line));
}

function wordsOf(
  signature: ErrorSignature,
  text: string,
  url: string,
): Pick<SignatureMatch, 'line' | 'means' | 'fix'> {
  const line = signature.in === 'url' ? '' : lineOf(signature, text);
  const group = (signature.pattern.exec(line || text || url)?.[1] ?? '').slice(0, MAX_GROUP);
  const filled = (words: string): string => words.replaceAll('{1}', () => group);
  return {
    line: line.slice(0, MAX_LINE),
    means: filled(signature.means),
    fix: filled(signature.fix),
  };
}

/** The line with the match, or the first one for a match that goes over several. */
function lineOf(signature: ErrorSignature, text: string): string {
  const lines = text.split('\n');
  return lines.find((line) => matches(signature, line)) ?? lines[0] ?? '';
}
