import type { Destination, RequestMode } from '../http/exchange.ts';
import type { RequestFacts } from './entry-headers.ts';
import { asText, isRecord } from './loose.ts';

/** What tells the kind of a request. */
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

/** Fetch Metadata section 2.1 (`Sec-Fetch-Dest`); else what the recorder says; else the headers. */
export function destinationOf({ facts, resourceType, preflight }: KindEvidence): Destination {
  if (preflight) return 'empty';
  if (facts.fetchDest !== null) return BY_SEC_FETCH_DEST.get(facts.fetchDest) ?? 'other';
  if (resourceType !== null) return BY_RESOURCE_TYPE.get(resourceType) ?? 'other';
  // Fetch Metadata is not sent to plain-http hosts other than localhost.
  return facts.navigation ? 'document' : 'unknown';
}

/** Fetch Metadata section 2.2 (`Sec-Fetch-Mode`); else what follows from the kind of request. */
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

/** Chromium's `_initiator`: the document, else the script on top of the stack. chrome-har: a URL. */
export function initiatorOf(initiator: unknown): string | null {
  if (typeof initiator === 'string') return webUrl(initiator);
  if (!isRecord(initiator)) return null;
  const own = webUrl(initiator.url);
  if (own !== null || !isRecord(initiator.stack)) return own;
  const frames = initiator.stack.callFrames;
  if (!Array.isArray(frames)) return null;
  for (const frame of frames.slice(0, 50)) {
    const url = isRecord(frame) ? webUrl(frame.url) : null;
    if (url !== null) return url;
  }
  return null;
}

function webUrl(value: unknown): string | null {
  const url = asText(value);
  return url !== null && /^https?:/i.test(url) ? url : null;
}
