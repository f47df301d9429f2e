import type { Body, Exchange, Header, Rehearsed } from '../../http/exchange.ts';
import type { RehearsalNote } from '../../http/rehearsal-note.ts';
import { rewriteBody } from './rewrite-body.ts';
import { rewriteHeader } from './rewrite-headers.ts';
import { rewriteUrl, type UrlWork } from './rewrite-url.ts';

/** An exchange with its values replaced. Ids, times, the status and the failure stay. */
export function rewriteExchange(exchange: Exchange, work: UrlWork): Exchange {
  const { request, response, initiator, frame, failure, remarks, rehearsed } = exchange;
  const sent = request.body && rewriteBody(request.body, request.headers, work);
  const received = response && rewriteBody(response.body, response.headers, work);
  return {
    ...exchange,
    initiator: initiator === null ? null : rewriteUrl(initiator, work),
    frame: frame === null ? null : work.text(frame),
    failure: failure?.text ? { ...failure, text: work.text(failure.text) } : failure,
    ...(remarks === undefined
      ? {}
      : { remarks: remarks.map((one) => ({ ...one, text: work.text(one.text) })) }),
    ...(rehearsed === undefined ? {} : { rehearsed: rewriteRehearsed(rehearsed, work) }),
    request: {
      ...request,
      url: rewriteUrl(request.url, work),
      headers: rewriteHeaders(request.headers, grownBy(request.body, sent), work),
      body: sent,
    },
    response: response && {
      ...response,
      statusText: work.text(response.statusText),
      headers: rewriteHeaders(response.headers, grownBy(response.body, received), work),
      body: received ?? response.body,
    },
  };
}

/** A line of the journal with its values replaced. */
export function rewriteRehearsal(note: RehearsalNote, work: UrlWork): RehearsalNote {
  return {
    ...note,
    title: work.text(note.title),
    hits: note.hits.map((hit) => ({ ...rewriteChange(hit, work), url: rewriteUrl(hit.url, work) })),
  };
}

function rewriteRehearsed(rehearsed: Rehearsed, work: UrlWork): Rehearsed {
  return { ...rewriteChange(rehearsed, work), title: work.text(rehearsed.title) };
}

function rewriteChange<T extends Pick<Rehearsed, 'before' | 'after'>>(one: T, work: UrlWork): T {
  const { before, after } = one;
  return {
    ...one,
    before: before === null ? null : work.text(before),
    after: after === null ? null : work.text(after),
  };
}

function rewriteHeaders(
  headers: readonly Header[],
  grown: number,
  work: UrlWork,
): readonly Header[] {
  return headers.map((header) =>
    /^content-length$/i.test(header.name)
      ? { ...header, value: grownLength(header.value, grown) }
      : rewriteHeader(header, work),
  );
}

function grownBy(before: Body | null, after: Body | null): number {
  return before === after ? 0 : sizeOf(after) - sizeOf(before);
}

function sizeOf(body: Body | null): number {
  return body && 'text' in body ? new TextEncoder().encode(body.text).length : 0;
}

/** The length follows the body. A difference that was there stays. */
function grownLength(value: string, grown: number): string {
  if (grown === 0 || !/^\s*\d{1,15}\s*$/.test(value)) return value;
  return String(Math.max(0, Number(value) + grown));
}
