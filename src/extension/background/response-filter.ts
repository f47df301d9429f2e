import browser from 'webextension-polyfill';
import type { WireBody } from '../wire/wire-event.ts';

const MAX_BYTES = 2_000_000;

/** Whether this browser lets extensions read responses from the network stream, as Firefox does. */
export function canReadAnswers(): boolean {
  return typeof browser.webRequest?.filterResponseData === 'function';
}

/** Copies a response while it passes. The page gets every byte without delay. */
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
    // Without a byte, the response may be empty or withheld by CORS.
    if (size > 0) put(textOf(chunks, size));
  };
  // A redirect has no body to read, so nothing is missing.
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

/** Decodes UTF-8, and what is not UTF-8 as Latin-1. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}
