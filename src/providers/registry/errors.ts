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
}

const MAX_LINE = 300;
const UNKNOWN: Provider = { ...generic, id: 'generic' };
const ANYWHERE = providers.flatMap(rowsOf).filter(({ signature }) => signature.anywhere === true);

/**
 * The first signature of an error in a server's text. The provider that answered comes first, then
 * words that only one provider uses, then phrases that many servers use. A signature that only says
 * that there is an error comes last.
 */
export function findSignature(exchange: Exchange | null, text: string): SignatureMatch | null {
  const url = exchange?.request.url ?? '';
  const own = providerOf(exchange);
  const found = [...(own ? rowsOf(own) : []), ...ANYWHERE, ...rowsOf(UNKNOWN)].filter(
    ({ signature }) => (signature.in === 'url' ? matches(signature, url) : says(signature, text)),
  );
  const best = found.find(({ signature }) => signature.about !== 'other') ?? found[0];
  return best ? { ...best, line: lineOf(best.signature, text) } : null;
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

function lineOf(signature: ErrorSignature, text: string): string {
  if (signature.in === 'url') return '';
  const lines = text.split('\n');
  return (lines.find((line) => matches(signature, line)) ?? lines[0] ?? '').slice(0, MAX_LINE);
}
