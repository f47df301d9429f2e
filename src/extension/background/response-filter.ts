import browser from 'webextension-polyfill';
import type { WireBody } from '../wire/wire-event.ts';

const MAX_BYTES = 2_000_000;

/** Whether this browser lets extensions read answers off the network stream, as Firefox does. */
export function canReadAnswers(): boolean {
  return typeof browser.webRequest?.filterResponseData === 'function';
}

/** Copies an answer as it passes; the page gets every byte, and gets it no later. */
export function readAnswer(requestId: string, put: (body: WireBody) => void): void {
  const filter = browser.webRequest.filterResponseData(requestId);
  const chunks: Uint8Array[] = [];
  let size = 0;
  filter.ondata = ({ data }) => {
    filter.write(data);
    if (size < MAX_BYTES) chunks.push(new Uint8Array(data));
    size += data.byteLength;
  };
  filter.onstop = () => {
    filter.close();
    // An answer that CORS withholds ends without a byte, like an empty one.
    if (size > 0) put(textOf(chunks, size));
  };
  // A redirect has no body to read: then nothing was promised and nothing is missing.
  filter.onerror = () => undefined;
}

function textOf(chunks: readonly Uint8Array[], size: number): WireBody {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const text = decode(bytes);
  return bytes.length < size ? { text, truncated: true } : { text };
}

/** UTF-8 when it is that, else Latin-1. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}
