import type { Exchange } from '../../../src/http/exchange.ts';

/** Limit in bytes. Metadata and key sets have a few kilobytes. */
const MAX_BYTES = 1_000_000;
const PATIENCE = 15_000;

/** A document as an exchange of the recording, or the reason why it could not be fetched. */
export type Fetched =
  | { readonly ok: true; readonly exchange: Exchange }
  | { readonly ok: false; readonly reason: string };

const failed = (reason: string): Fetched => ({ ok: false, reason });

/** The text of a response, or null when it is longer than any metadata. */
async function textOf(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function whyNot(error: unknown, url: string, timeout: AbortSignal): string {
  if (timeout.aborted) return `there was no response within ${PATIENCE / 1_000} seconds`;
  const word = error instanceof Error ? error.message : String(error);
  const { origin } = new URL(url);
  return `the browser refused (${word}): ${origin} cannot be reached, or does not allow other origins to read this document`;
}

let count = 0;

/**
 * Fetches one public document on the user's request: without cookies, referrer and redirects, and
 * with no more than metadata needs. Rejects only when it is cancelled.
 */
export async function fetchDocument(url: string, cancel: AbortSignal): Promise<Fetched> {
  const timeout = AbortSignal.timeout(PATIENCE);
  const startedAt = Date.now();
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([cancel, timeout]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      headers: { Accept: 'application/json' },
    });
    if (response.type === 'opaqueredirect') {
      return failed('the server redirects to another place, which is not followed');
    }
    if (!response.ok) return failed(`the server answered ${response.status}`);
    const text = await textOf(response);
    if (text === null) return failed('the response is larger than a megabyte');
    return { ok: true, exchange: exchangeOf(url, startedAt, response, text) };
  } catch (error) {
    cancel.throwIfAborted();
    return failed(whyNot(error, url, timeout));
  }
}

function exchangeOf(url: string, startedAt: number, response: Response, text: string): Exchange {
  count += 1;
  return {
    id: `on demand ${startedAt} ${count}`,
    startedAt,
    duration: Date.now() - startedAt,
    destination: 'other',
    mode: 'unknown',
    preflight: false,
    request: { method: 'GET', url, headers: [], headersComplete: false, body: null },
    response: {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers].map(([name, value]) => ({ name, value })),
      headersComplete: false,
      body: { text },
    },
    failure: null,
    delivered: true,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
    onDemand: true,
  };
}
