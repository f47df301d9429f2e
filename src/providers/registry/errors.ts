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
  const matches = [...(own ? rowsOf(own) : []), ...ANYWHERE, ...rowsOf(UNKNOWN)].filter(
    ({ signature }) => signature.pattern.test(signature.in === 'url' ? url : text),
  );
  const found = matches.find(({ signature }) => signature.about !== 'other') ?? matches[0];
  return found ? { ...found, line: lineOf(found.signature, text) } : null;
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

function lineOf({ pattern, in: place }: ErrorSignature, text: string): string {
  if (place === 'url') return '';
  const lines = text.split('\n');
  return (lines.find((line) => pattern.test(line)) ?? lines[0] ?? '').slice(0, MAX_LINE);
}
