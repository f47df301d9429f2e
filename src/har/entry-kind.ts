import type { Destination, RequestMode } from '../http/exchange.ts';
import type { RequestFacts } from './entry-headers.ts';
import { asText, isRecord, type Loose } from './loose.ts';

/** What shows the kind of a request. */
export interface KindEvidence {
  readonly facts: RequestFacts;
  readonly method: string;
  /** Chromium's `_resourceType`, lower case. */
  readonly resourceType: string | null;
  readonly preflight: boolean;
}

const BY_SEC_FETCH_DEST: ReadonlyMap<string, Destination> = new Map([
  ['document', 'document'],
  ['iframe', 'iframe'],
  ['frame', 'iframe'],
  ['fencedframe', 'iframe'],
  ['empty', 'empty'],
  ['worker', 'worker'],
  ['sharedworker', 'worker'],
  ['serviceworker', 'worker'],
]);

const BY_RESOURCE_TYPE: ReadonlyMap<string, Destination> = new Map([
  ['document', 'document'],
  ['fetch', 'empty'],
  ['xhr', 'empty'],
  ['eventsource', 'empty'],
  ['ping', 'empty'],
  ['preflight', 'empty'],
]);

/** From `Sec-Fetch-Dest` (Fetch Metadata section 2.1), else `_resourceType`, else other headers. */
export function destinationOf({ facts, resourceType, preflight }: KindEvidence): Destination {
  if (preflight) return 'empty';
  if (facts.fetchDest !== null) return BY_SEC_FETCH_DEST.get(facts.fetchDest) ?? 'other';
  if (resourceType !== null) return BY_RESOURCE_TYPE.get(resourceType) ?? 'other';
  // Browsers send no Fetch Metadata over plain http, except to localhost.
  return facts.navigation ? 'document' : 'unknown';
}

/** From `Sec-Fetch-Mode` (Fetch Metadata section 2.2), else from the kind of request. */
export function modeOf({ facts, resourceType, preflight }: KindEvidence): RequestMode {
  switch (facts.fetchMode) {
    case 'navigate':
    case 'nested-navigate':
      return 'navigate';
    case 'cors':
    case 'no-cors':
    case 'same-origin':
      return facts.fetchMode;
  }
  if (preflight) return 'cors';
  if (resourceType === 'document' || (resourceType === null && facts.navigation)) return 'navigate';
  const script = resourceType === 'fetch' || resourceType === 'xhr';
  return script && facts.origin ? 'cors' : 'unknown';
}

/** `_initiator`: in Chromium the document or the top script of the stack, in chrome-har a URL. */
export function initiatorOf(initiator: unknown): string | null {
  if (typeof initiator === 'string') return webUrl(initiator);
  if (!isRecord(initiator)) return null;
  return webUrl(initiator.url) ?? webUrl(topFrame(initiator)?.url);
}

/** The line of `initiatorOf`, from 1 on. Chromium counts from 0, as its protocol does. */
export function initiatorLineOf(initiator: unknown): number | null {
  if (!isRecord(initiator)) return null;
  const place = webUrl(initiator.url) === null ? topFrame(initiator) : initiator;
  const line = place?.lineNumber;
  return typeof line === 'number' && Number.isSafeInteger(line) && line >= 0 ? line + 1 : null;
}

/** The innermost call in a script of the web. */
function topFrame({ stack }: Loose): Loose | null {
  const frames = isRecord(stack) ? stack.callFrames : null;
  if (!Array.isArray(frames)) return null;
  for (const frame of frames.slice(0, 50)) {
    if (isRecord(frame) && webUrl(frame.url) !== null) return frame;
  }
  return null;
}

function webUrl(value: unknown): string | null {
  const url = asText(value);
  return url !== null && /^https?:/i.test(url) ? url : null;
}
