import { isRecord } from '../../har/loose.ts';
import type { CopyEvent } from '../wire.ts';

/** Characters of an answer, and of a request, that are taken from a page. */
const MAX_COPY = 2_000_000;
const MAX_REQUEST = 200_000;
const MAX_URL = 50_000;

/**
 * What a page's copy says, from a message that any page may have forged; null when it is not one.
 * It only ever completes a request that the browser itself has reported.
 */
export function readCopy(message: unknown, tabId: number): CopyEvent | null {
  if (!isRecord(message) || message.type !== 'copy') return null;
  const { at, method, url, status, request, text } = message;
  if (typeof at !== 'number' || !Number.isFinite(at)) return null;
  if (typeof method !== 'string' || !/^[A-Z]{1,20}$/.test(method)) return null;
  if (typeof url !== 'string' || url.length > MAX_URL || !/^https?:\/\//i.test(url)) return null;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599) {
    return null;
  }
  if (typeof text !== 'string' || text.length > MAX_COPY) return null;
  if (request !== null && (typeof request !== 'string' || request.length > MAX_REQUEST))
    return null;
  return { type: 'copy', at, tabId, method, url, status, request, text };
}

const WINDOW = 10_000;
const MAX_PER_WINDOW = 100;

/** Lets so many copies of a tab pass in ten seconds: a page can make as many as it likes. */
export class CopyGate {
  #since = Number.NEGATIVE_INFINITY;
  #counts = new Map<number, number>();

  lets(tabId: number, now: number): boolean {
    if (now - this.#since > WINDOW) {
      this.#since = now;
      this.#counts.clear();
    }
    const count = (this.#counts.get(tabId) ?? 0) + 1;
    this.#counts.set(tabId, count);
    return count <= MAX_PER_WINDOW;
  }
}
