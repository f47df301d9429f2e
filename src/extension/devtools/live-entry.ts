import { entryProblem, type HarEntryLike } from '../../har/entry.ts';
import { requestUrl } from '../../har/entry-url.ts';
import { asNumber, asText, isRecord } from '../../har/loose.ts';

const NOISE = /^(?:data|blob|about|javascript|chrome|devtools|(?:chrome|moz)-extension):/i;
const FAVICON = /^https?:\/\/[^/?#]+\/favicon\.ico$/i;

/** Whether an entry is no exchange with a server, or the icon that browsers fetch on their own. */
export function isNoise(entry: HarEntryLike): boolean {
  if (entryProblem(entry) !== null) return true;
  const url = urlOf(entry);
  return NOISE.test(url) || FAVICON.test(url);
}

/** Key of all versions of an entry. Identical parallel requests have the same. */
export function baseKey(entry: HarEntryLike): string {
  const request = isRecord(entry.request) ? entry.request : {};
  return `${String(entry.startedDateTime)}|${asText(request.method)}|${urlOf(entry)}`;
}

/** The URLs of preflights that are still waited for. */
export function awaitedPreflights(
  entries: readonly HarEntryLike[],
  isPending: (entry: HarEntryLike) => boolean,
): ReadonlySet<string> {
  const waiting = entries.filter(
    (entry) => isRecord(entry.request) && entry.request.method === 'OPTIONS' && isPending(entry),
  );
  return new Set(waiting.map(urlOf));
}

/** Bytes of the decoded body; null when the entry does not say. */
export function declaredSize(entry: HarEntryLike): number | null {
  const response = isRecord(entry.response) ? entry.response : {};
  const content = isRecord(response.content) ? response.content : {};
  return asNumber(content.size);
}

/** Absolute URL of the request; empty when the entry has none. */
export function urlOf({ request }: HarEntryLike): string {
  return isRecord(request) ? requestUrl(request) : '';
}
