import type { Body, Exchange, Header, HttpRequest, HttpResponse } from '../http/exchange.ts';
import type { Recorder } from './dialect.ts';
import { requestBody, responseBody } from './entry-body.ts';
import { type RequestFacts, readRequestHeaders, readResponseHeaders } from './entry-headers.ts';
import { destinationOf, initiatorOf, modeOf } from './entry-kind.ts';
import { requestUrl } from './entry-url.ts';
import { type ExchangeEnding, endingOf } from './exchange-ending.ts';
import { asNumber, asText, isRecord, type Loose } from './loose.ts';

export type { Recorder } from './dialect.ts';

/** A HAR 1.2 entry, or what claims to be one: every field may be absent or of any type. */
export interface HarEntryLike {
  readonly startedDateTime?: unknown;
  readonly time?: unknown;
  readonly request?: unknown;
  readonly response?: unknown;
}

/** What an entry does not say itself. */
export interface EntryContext {
  readonly id: string;
  readonly source: number;
  readonly recorder: Recorder;
  /** Milliseconds since the epoch, when what the entry says of its start is not to be believed. */
  readonly startedAt?: number;
  /** The response body, when it comes from elsewhere than `content.text` (a live recorder). */
  readonly body?: Body | null;
}

/** Why an entry cannot be read, as the end of a sentence that begins with its place; null if it can. */
export function entryProblem(entry: unknown): string | null {
  if (!isRecord(entry)) return ' is not an object';
  const { request } = entry;
  if (!isRecord(request)) return ' has no request';
  if (typeof request.url !== 'string' || request.url === '') return '.request has no url';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(request.url)) return '.request.url is not absolute';
  if (typeof request.method !== 'string' || request.method === '') {
    return '.request has no method';
  }
  return null;
}

/** Milliseconds since the epoch of an entry's `startedDateTime`; null when it cannot be read. */
export function entryStart(entry: HarEntryLike): number | null {
  const { startedDateTime } = entry;
  const start = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : startedDateTime;
  return typeof start === 'number' && Number.isFinite(start) ? start : null;
}

/** The answer's own `Date` (RFC 9110 section 6.6.1), in milliseconds since the epoch. */
export function answerDate({ response }: HarEntryLike): number | null {
  const headers = isRecord(response) ? response.headers : null;
  for (const header of Array.isArray(headers) ? headers : []) {
    if (!isRecord(header) || asText(header.name)?.toLowerCase() !== 'date') continue;
    const date = Date.parse(asText(header.value) ?? '');
    return Number.isNaN(date) ? null : date;
  }
  return null;
}

/** HAR 1.2 `entries[]` → Exchange, in every recorder's dialect. Never throws. */
export function entryToExchange(entry: HarEntryLike, context: EntryContext): Exchange {
  const raw: Loose = entry as Loose;
  const request = isRecord(entry.request) ? entry.request : {};
  const response = isRecord(entry.response) ? entry.response : {};
  const { headers, facts } = readRequestHeaders(request);
  const method = asText(request.method) ?? 'GET';
  const url = requestUrl(request);
  const resourceType = asText(raw._resourceType)?.toLowerCase() ?? null;
  const preflight =
    resourceType === 'preflight' || (method === 'OPTIONS' && facts.accessControlRequestMethod);
  const { recorder } = context;
  const kind = { facts, method, resourceType, preflight };
  const destination = destinationOf(kind);
  // Field by field: this runs for every entry, and spreading is ten times as slow.
  const evidence = { facts, method, resourceType, preflight, url, destination, recorder };
  const ending = endingOf(raw, request, response, evidence);
  return {
    id: context.id,
    startedAt: context.startedAt ?? entryStart(entry) ?? 0,
    duration: durationOf(entry, context.recorder),
    destination,
    mode: modeOf(kind),
    preflight,
    request: {
      method,
      url,
      headers,
      headersComplete: requestComplete(request, headers, facts, context.recorder),
      body: requestBody(request, { method, facts, recorder: context.recorder }),
    } satisfies HttpRequest,
    response: ending.answered ? responseOf(response, ending, context, method) : null,
    failure: ending.failure,
    delivered: ending.delivered,
    initiator: preflight ? null : initiatorOf(raw._initiator),
    frame: asText(raw._frameref),
    source: context.source,
    fromCache: isFromCache(raw),
  };
}

function responseOf(
  response: Loose,
  { status, withheld }: ExchangeEnding,
  context: EntryContext,
  method: string,
): HttpResponse {
  const headers = readResponseHeaders(response, status);
  const { recorder } = context;
  return {
    status,
    statusText: asText(response.statusText) ?? '',
    headers,
    headersComplete: headers.length > 0 && recorder !== 'puppeteer',
    body: withheld
      ? { unknown: 'withheld' }
      : (context.body ?? responseBody(response.content, { status, headers, method, recorder })),
  };
}

/** `time` 0 is a request that Chromium still waits for. */
function durationOf(entry: HarEntryLike, recorder: Recorder): number | null {
  const time = asNumber(entry.time);
  if (time === null || time < 0) return null;
  return time === 0 && recorder === 'chromium' ? null : time;
}

/**
 * Browsers list provisional headers until the request is on the wire. On the wire there is a Host
 * or `:authority`; Firefox counts the bytes of a header block that it sent.
 */
function requestComplete(
  request: Loose,
  headers: readonly Header[],
  facts: RequestFacts,
  recorder: Recorder,
): boolean {
  if (recorder === 'other') return headers.length > 0;
  if (recorder === 'firefox') return (asNumber(request.headersSize) ?? -1) > 0;
  return facts.host;
}

/** Chrome, then Safari. */
function isFromCache(entry: Loose): boolean {
  if (typeof entry._fromCache === 'string') return entry._fromCache !== '';
  const fetchType = entry._fetchType;
  return fetchType === 'Memory Cache' || fetchType === 'Disk Cache';
}
