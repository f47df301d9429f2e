import type { InferOutput } from 'valibot';
import type { ClockShift } from '../../http/clock-shift.ts';
import type { Body, Exchange, Failure, Header } from '../../http/exchange.ts';
import { parseForm } from '../../http/form.ts';
import { headerValue } from '../../http/headers.ts';
import { isForm } from '../../http/media-type.ts';
import { isRedirect } from '../../http/status.ts';
import { queryOf } from '../../http/url.ts';
import { sizeOf, writtenText } from './binary-text.ts';
import { isoTime } from './iso-time.ts';
import type { BodyNote, ExchangeNote } from './own-schema.ts';
import { sentCookies, setCookies } from './written-cookies.ts';

type WrittenNote = InferOutput<typeof ExchangeNote>;
type WrittenBody = InferOutput<typeof BodyNote>;

/** HAR 1.2 requires it, and no recorder keeps it. */
const VERSION = { httpVersion: 'HTTP/1.1' };

/**
 * HAR 1.2 `entries[]`, with the custom members that Chromium writes, and `_grantscope` for the rest.
 */
export function writtenEntry(exchange: Exchange, page: string | null): object {
  const time = Math.max(0, exchange.duration ?? 0);
  const type = resourceType(exchange);
  return {
    ...(page === null ? {} : { pageref: page }),
    startedDateTime: isoTime(exchange.startedAt),
    time,
    request: writtenRequest(exchange),
    response: writtenResponse(exchange),
    cache: {},
    timings: writtenTimings(exchange.timings, time),
    ...(exchange.initiator === null
      ? {}
      : { _initiator: { type: 'other', url: exchange.initiator } }),
    ...(type === null ? {} : { _resourceType: type }),
    ...(exchange.fromCache ? { _fromCache: 'disk' } : {}),
    _grantscope: noteOf(exchange),
  };
}

/** HAR 1.2 `timings`: -1 for what did not occur, and TLS is a part of `connect`. */
function writtenTimings(timings: Exchange['timings'], time: number): object {
  if (!timings) {
    return { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: time, receive: 0 };
  }
  const { blocked, dns, connect, ssl, send, wait, receive } = timings;
  const orNot = (length: number): number => (length > 0 ? length : -1);
  return {
    blocked: orNot(blocked),
    dns: orNot(dns),
    connect: orNot(connect + ssl),
    ssl: orNot(ssl),
    send,
    wait,
    receive,
  };
}

function writtenRequest(exchange: Exchange): object {
  const { method, url, headers, body } = exchange.request;
  const text = body !== null && 'text' in body ? body.text : null;
  const written = body !== null && 'text' in body ? writtenText(body.text, body.binary) : null;
  const mimeType = headerValue(headers, 'content-type') ?? '';
  return {
    method,
    url,
    ...VERSION,
    cookies: sentCookies(exchange),
    headers: pairs(headers),
    queryString: parseForm(queryOf(url)).map(({ name, value }) => ({ name, value })),
    ...(written === null || text === null
      ? {}
      : {
          postData: {
            mimeType,
            ...(isForm(mimeType) ? { params: parseForm(text).map(pair) } : {}),
            text: written.text,
            ...(written.encoding ? { _encoding: written.encoding } : {}),
          },
        }),
    headersSize: -1,
    bodySize: body === null ? 0 : written === null || text === null ? -1 : sizeOf(text, written),
  };
}

function writtenResponse(exchange: Exchange): object {
  const { response, failure, viaWorker } = exchange;
  const headers = response?.headers ?? [];
  return {
    status: response?.status ?? 0,
    statusText: response?.statusText ?? '',
    ...VERSION,
    cookies: setCookies(exchange),
    headers: pairs(headers),
    content: writtenContent(response?.body ?? null, headers),
    redirectURL: isRedirect(response) ? (headerValue(headers, 'location') ?? '') : '',
    headersSize: -1,
    bodySize: -1,
    ...(failure === null ? {} : { _error: errorOf(failure) }),
    ...(viaWorker ? { _fetchedViaServiceWorker: true } : {}),
  };
}

function writtenContent(body: Body | null, headers: readonly Header[]): object {
  const mimeType = headerValue(headers, 'content-type') ?? '';
  if (body === null) return { size: 0, mimeType };
  if (!('text' in body)) return { size: -1, mimeType };
  const written = writtenText(body.text, body.binary);
  return { size: sizeOf(body.text, written), mimeType, ...written };
}

/** A header of another program's file may have further members. */
function pairs(headers: readonly Header[]): readonly Header[] {
  return headers.map(pair);
}

function pair({ name, value }: Header): Header {
  return { name, value };
}

/** Empty when nobody knows more than that it failed. */
function errorOf({ reason, text }: Failure): string {
  return text ?? (reason === 'unknown' ? '' : reason);
}

function resourceType({ destination, preflight, beacon }: Exchange): string | null {
  if (preflight) return 'preflight';
  if (beacon) return 'ping';
  switch (destination) {
    case 'document':
    case 'iframe':
      return 'document';
    case 'empty':
      return 'fetch';
    case 'unknown':
      return null;
    default:
      return 'other';
  }
}

function noteOf(exchange: Exchange): WrittenNote {
  const { request, response, failure, clock, viaWorker, beacon, onDemand } = exchange;
  const { initiatorLine, sentFrom, remarks, rehearsed } = exchange;
  return {
    id: exchange.id,
    startedAt: exchange.startedAt,
    duration: exchange.duration,
    ...(exchange.timings === undefined ? {} : { timings: exchange.timings }),
    destination: exchange.destination,
    mode: exchange.mode,
    preflight: exchange.preflight,
    request: {
      headersComplete: request.headersComplete,
      body: request.body === null ? null : bodyNote(request.body),
    },
    response:
      response === null
        ? null
        : { headersComplete: response.headersComplete, body: bodyNote(response.body) },
    failure: failure === null ? null : { reason: failure.reason, text: failure.text },
    delivered: exchange.delivered,
    initiator: exchange.initiator,
    frame: exchange.frame,
    source: exchange.source,
    fromCache: exchange.fromCache,
    ...(clock === undefined ? {} : { clock: clockNote(clock) }),
    ...(initiatorLine === undefined ? {} : { initiatorLine }),
    ...(sentFrom === undefined ? {} : { sentFrom }),
    ...(viaWorker ? { viaWorker } : {}),
    ...(beacon === undefined ? {} : { beacon }),
    ...(onDemand === undefined ? {} : { onDemand }),
    ...(remarks === undefined ? {} : { remarks: [...remarks] }),
    ...(rehearsed === undefined ? {} : { rehearsed }),
  };
}

function bodyNote(body: Body): WrittenBody {
  if ('unknown' in body) return { unknown: body.unknown };
  const { text: _, ...note } = body;
  return note;
}

/** JSON has no infinite numbers. */
function clockNote({ shift, least, most }: ClockShift) {
  return { shift, least: finite(least), most: finite(most) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
