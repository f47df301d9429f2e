import type { Body, Exchange, HttpResponse } from '../http/exchange.ts';
import { parseHttpDate } from '../http/http-date.ts';
import type { Dialect } from './dialect.ts';
import { hasRemovedHeader, readRequestHeaders, readResponseHeaders } from './entry-headers.ts';
import { destinationOf, initiatorLineOf, initiatorOf, modeOf } from './entry-kind.ts';
import { entryTimings } from './entry-timings.ts';
import { type ExchangeEnding, endingOf } from './exchange-ending.ts';
import { readTime } from './habits/start-time.ts';
import { asNumber, asText, isRecord, type Loose } from './loose.ts';
import { requestBody } from './request-body.ts';
import { responseBody } from './response-body.ts';

/** A HAR 1.2 entry from outside: every field may be absent or of any type. */
export interface HarEntryLike {
  readonly startedDateTime?: unknown;
  readonly time?: unknown;
  readonly request?: unknown;
  readonly response?: unknown;
}

const NO_TYPE = {};
const BEACON = { beacon: true };
const NO_BEACON = { beacon: false };

/** What an entry does not say itself. */
export interface EntryContext {
  readonly id: string;
  readonly source: number;
  readonly dialect: Dialect;
  /** Milliseconds since the epoch, when the start that the entry gives cannot be used. */
  readonly startedAt?: number;
}

/**
 * The response body of an exchange that `entryToExchange` made: most exchanges are dropped, so
 * nothing decodes a body before somebody asks for it.
 */
const NOT_READ: Body = { unknown: 'not-fetched' };

/** Why an entry cannot be read, as the rest of a sentence after its name; null if it can. */
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
  return readTime(entry.startedDateTime);
}

/** The `Date` field of the response (RFC 9110 section 6.6.1), in milliseconds since the epoch. */
export function responseDate({ response }: HarEntryLike): number | null {
  const headers = isRecord(response) ? response.headers : null;
  for (const header of Array.isArray(headers) ? headers : []) {
    if (!isRecord(header) || asText(header.name)?.toLowerCase() !== 'date') continue;
    return parseHttpDate(asText(header.value) ?? '');
  }
  return null;
}

/**
 * HAR 1.2 `entries[]` → Exchange, in the dialect of its program. The response body is not read yet:
 * it is `not-fetched` until `withResponseBody` reads it. Never throws.
 */
export function entryToExchange(entry: HarEntryLike, context: EntryContext): Exchange {
  const raw: Loose = entry as Loose;
  const { dialect } = context;
  const request = isRecord(entry.request) ? entry.request : {};
  const response = isRecord(entry.response) ? entry.response : {};
  const { headers, facts } = readRequestHeaders(request);
  const method = normalMethod(asText(request.method) ?? 'GET');
  const url = dialect.requestUrl(request);
  const resourceType = asText(raw._resourceType)?.toLowerCase() ?? null;
  const preflight =
    resourceType === 'preflight' || (method === 'OPTIONS' && facts.accessControlRequestMethod);
  const kind = { facts, method, resourceType, preflight };
  const destination = destinationOf(kind);
  // Field by field: this runs for every entry, and spreading is ten times as slow.
  const evidence = { facts, method, resourceType, preflight, url, destination, dialect };
  const ending = endingOf(raw, request, response, evidence);
  const duration = durationOf(entry, dialect);
  const timings = entryTimings(raw.timings, duration);
  const exchange: Exchange = {
    id: context.id,
    startedAt: context.startedAt ?? entryStart(entry) ?? 0,
    duration,
    destination,
    mode: modeOf(kind),
    preflight,
    request: {
      method,
      url,
      headers,
      headersComplete:
        !facts.removed && dialect.requestHeadersComplete({ raw: request, headers, facts }),
      body: requestBody(request, { method, facts, dialect }),
    },
    response: ending.answered ? responseOf(response, ending, dialect) : null,
    failure: ending.failure,
    delivered: ending.delivered,
    initiator: preflight ? null : initiatorOf(raw._initiator),
    frame: dialect.frame(raw),
    source: context.source,
    fromCache: dialect.fromCache(raw),
    ...(timings === null ? NO_TYPE : { timings }),
    ...(resourceType === null ? NO_TYPE : resourceType === 'ping' ? BEACON : NO_BEACON),
  };
  const line = preflight ? null : initiatorLineOf(raw._initiator);
  const found = line === null ? exchange : { ...exchange, initiatorLine: line };
  return dialect.viaWorker(raw, response) ? { ...found, viaWorker: true } : found;
}

/**
 * The method as a browser sends it (Fetch standard, "normalize a method"): some recorders write it
 * in lower case. Methods are case-sensitive otherwise (RFC 9110 section 9.1).
 */
function normalMethod(method: string): string {
  return /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
}

/** The exchange with the response body of the entry that it was made of. */
export function withResponseBody(
  exchange: Exchange,
  entry: HarEntryLike,
  dialect: Dialect,
): Exchange {
  const { response, request } = exchange;
  if (response?.body !== NOT_READ) return exchange;
  const { status, headers } = response;
  const raw = isRecord(entry.response) ? entry.response.content : null;
  const body = responseBody(raw, { status, headers, method: request.method, dialect });
  return { ...exchange, response: { ...response, body } };
}

function responseOf(
  response: Loose,
  { status, withheld }: ExchangeEnding,
  dialect: Dialect,
): HttpResponse {
  const headers = readResponseHeaders(response, status);
  return {
    status,
    statusText: asText(response.statusText) ?? '',
    headers,
    headersComplete:
      headers.length > 0 && dialect.responseHeadersComplete && !hasRemovedHeader(response.headers),
    body: withheld ? { unknown: 'withheld' } : NOT_READ,
  };
}

function durationOf(entry: HarEntryLike, dialect: Dialect): number | null {
  const time = asNumber(entry.time);
  return time === null || time < 0 ? null : dialect.duration(time);
}
