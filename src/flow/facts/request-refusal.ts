import { memoised } from '../../http/memo.ts';
import type { ErrorMeaning } from '../../providers/registry/error-signature.ts';
import type { Flow } from '../flow.ts';
import { wasAccepted } from './attempt.ts';
import { readErrorPage } from './error-page.ts';

/** How the authorization server refused the request of an attempt. */
export interface RequestRefusal {
  /** The error code of the response; null when the server showed a page of its own. */
  readonly error: string | null;
  /** What the server says for people; empty when it says nothing that was recorded. */
  readonly words: string;
  /** What the page is about; null for a response, and for a page that does not say. */
  readonly about: ErrorMeaning | null;
}

/** The refusal of the authorization request; null when it was not refused. */
export const requestRefusal = memoised((flow: Flow): RequestRefusal | null => {
  if (flow.request === null || wasAccepted(flow)) return null;
  const params = flow.responses.find((response) => response.params.has('error'))?.params;
  if (params) {
    const words = params.get('error_description') ?? '';
    return { error: params.get('error') ?? null, words, about: null };
  }
  for (const message of flow.messages) {
    if (message.kind !== 'authorization-request' && message.kind !== 'interaction') continue;
    const page = readErrorPage(message, flow);
    if (page === null) continue;
    const words = [page.words, page.inUrl].filter(Boolean).join(' ');
    return { error: null, words, about: page.match?.signature.about ?? null };
  }
  return null;
});

/** The parameters that a page of such a kind is about. No other page is about a parameter. */
const ABOUT: Readonly<Partial<Record<ErrorMeaning, readonly string[]>>> = {
  'redirect-mismatch': ['redirect_uri'],
  'client-unknown': ['client_id'],
  scope: ['scope'],
  target: ['resource', 'audience', 'scope'],
};

/** Meanings that leave open which parameter it is. */
const OPEN: ReadonlySet<ErrorMeaning> = new Set<ErrorMeaning>(['other', 'request']);

/**
 * Whether the server refused the request and this parameter may be the reason: the error code is one
 * of these, and the words name no other parameter of the request instead.
 */
export function isRefusedFor(flow: Flow, name: string, errors: readonly string[]): boolean {
  const refusal = requestRefusal(flow);
  if (refusal === null) return false;
  const { error, words, about } = refusal;
  if (error !== null && !errors.includes(error)) return false;
  if (about !== null && !OPEN.has(about)) return ABOUT[about]?.includes(name) ?? false;
  const named = (flow.request?.params.pairs ?? []).filter((pair) => names(words, pair.name));
  return named.length === 0 || names(words, name);
}

/** Whether the server names this parameter as the reason, in words or by what its page is about. */
export function isBlamed(flow: Flow, name: string): boolean {
  const refusal = requestRefusal(flow);
  if (refusal === null) return false;
  const { words, about } = refusal;
  return names(words, name) || (about !== null && ABOUT[about]?.includes(name) === true);
}

function names(words: string, parameter: string): boolean {
  return parameter.length > 2 && words.split(/[^\w-]+/).includes(parameter);
}
