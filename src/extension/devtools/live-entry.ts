import { entryProblem, type HarEntryLike, type Recorder } from '../../har/entry.ts';
import { asNumber, asText, isRecord, type Loose } from '../../har/loose.ts';

/** The two dialects of `devtools.network`. */
export type Dialect = Extract<Recorder, 'chromium' | 'firefox'>;

/** Tells the dialect by the fields that only Chromium writes. */
export function dialectOf(entry: HarEntryLike): Dialect {
  const raw = entry as Loose;
  const response = isRecord(raw.response) ? raw.response : {};
  const chromium =
    raw._resourceType !== undefined ||
    raw._initiator !== undefined ||
    response._transferSize !== undefined ||
    response._error !== undefined;
  return chromium ? 'chromium' : 'firefox';
}

const NOISE = /^(?:data|blob|about|javascript|chrome|devtools|(?:chrome|moz)-extension):/i;
const FAVICON = /^https?:\/\/[^/?#]+\/favicon\.ico$/i;

/** What is no exchange with a server, and the icon that browsers fetch on their own. */
export function isNoise(entry: HarEntryLike): boolean {
  if (entryProblem(entry) !== null) return true;
  const url = requestUrl(entry);
  return NOISE.test(url) || FAVICON.test(url);
}

/** The same for every version of an entry; identical parallel requests share it. */
export function baseKey(entry: HarEntryLike): string {
  const request = isRecord(entry.request) ? entry.request : {};
  return `${String(entry.startedDateTime)}|${asText(request.method)}|${requestUrl(entry)}`;
}

/** Tells apart identical parallel requests, because `time` is a fraction of a millisecond. */
export function entryKey(entry: HarEntryLike): string {
  return `${baseKey(entry)}|${String(entry.time)}`;
}

/** Logs list requests that still wait for their response. */
export function isPending(entry: HarEntryLike): boolean {
  const response = isRecord(entry.response) ? entry.response : {};
  if (response.status || response._error) return false;
  if (dialectOf(entry) === 'chromium') return entry.time === 0;
  // Firefox: no status but headers is a status that was lost, not one that is awaited.
  if (Array.isArray(response.headers) && response.headers.length > 0) return false;
  // It names a type, be it an empty one, as soon as the request has ended.
  if (isRecord(response.content) && response.content.mimeType !== undefined) return false;
  // What was blocked before it was sent has no size; it may also wait for its preflight.
  const request = isRecord(entry.request) ? entry.request : {};
  return request.headersSize !== 0;
}

/** The URLs of preflights that are still waited for. */
export function awaitedPreflights(entries: readonly HarEntryLike[]): ReadonlySet<string> {
  const waiting = entries.filter(
    (entry) => isRecord(entry.request) && entry.request.method === 'OPTIONS' && isPending(entry),
  );
  return new Set(waiting.map(requestUrl));
}

/** Bytes of the decoded body; null when the entry does not say. */
export function declaredSize(entry: HarEntryLike): number | null {
  const response = isRecord(entry.response) ? entry.response : {};
  const content = isRecord(response.content) ? response.content : {};
  return asNumber(content.size);
}

/** Whether a service worker answered the page; then the worker's own request is an entry too. */
export function isViaWorker(entry: HarEntryLike): boolean {
  return isRecord(entry.response) && entry.response._fetchedViaServiceWorker === true;
}

/** Absolute URL of the request; empty when the entry has none. */
export function requestUrl(entry: HarEntryLike): string {
  return isRecord(entry.request) ? (asText(entry.request.url) ?? '') : '';
}
