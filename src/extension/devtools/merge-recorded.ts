import { betterRequest, betterResponse } from '../../http/better.ts';
import type { Body, Exchange, Failure, HttpResponse } from '../../http/exchange.ts';
import { withoutFragment } from '../../http/url.ts';

/** Two recorders of one browser see a request start up to this many milliseconds apart. */
const START_SLACK = 250;
/** Versions of a request that waited for a connection or a preflight overlap, but for this. */
const OVERLAP_SLACK = 20;
const MAX_APART = 5_000;

function endOf({ startedAt, duration }: Exchange): number {
  return startedAt + (duration ?? 0);
}

/** How far apart two exchanges start; null when they cannot be one exchange by their times. */
function distance(one: Exchange, other: Exchange): number | null {
  const apart = Math.abs(one.startedAt - other.startedAt);
  if (apart <= START_SLACK) return apart;
  const overlap =
    one.startedAt <= endOf(other) + OVERLAP_SLACK && other.startedAt <= endOf(one) + OVERLAP_SLACK;
  return overlap && apart <= MAX_APART ? apart : null;
}

/** DevTools show 304 for a revalidated response, and `webRequest` shows 200. */
function statusesFit(one: HttpResponse | null, other: HttpResponse | null): boolean {
  if (!one || !other || one.status === other.status) return true;
  if (one.status === null || other.status === null) return true;
  return one.status === 304 || other.status === 304;
}

/** A form without the differences of its encoding: `webRequest` delivers it decoded. */
function sortedForm(text: string): string {
  const form = new URLSearchParams(text);
  form.sort();
  return form.toString();
}

function requestBodiesFit(one: Body | null, other: Body | null): boolean {
  if (!one || !other || 'unknown' in one || 'unknown' in other) return true;
  if (one.truncated || other.truncated || one.text === other.text) return true;
  return sortedForm(one.text) === sortedForm(other.text);
}

/**
 * How many milliseconds apart two recorders saw the start of one exchange; null when they saw two
 * exchanges. Browsers give no id that both recorders know.
 */
export function likeness(one: Exchange, other: Exchange): number | null {
  if (one.request.method !== other.request.method) return null;
  if (withoutFragment(one.request.url) !== withoutFragment(other.request.url)) return null;
  if (one.preflight !== other.preflight) return null;
  if (!statusesFit(one.response, other.response)) return null;
  if (!requestBodiesFit(one.request.body, other.request.body)) return null;
  return distance(one, other);
}

/** A later version of an exchange, completed by the status or body that only an earlier one has. */
export function completed(exchange: Exchange, earlier: Exchange | undefined): Exchange {
  const { response } = exchange;
  const before = earlier?.response;
  if (!response || !before || (response.status === null) === (before.status === null)) {
    return exchange;
  }
  return { ...exchange, response: betterResponse(response, before) };
}

/** Prefers a named reason. If DevTools show a response, the page did not abort the request. */
function betterFailure(devtools: Exchange, background: Exchange): Failure | null {
  const [one, other] = [devtools.failure, background.failure];
  if (!one) return devtools.response && other?.reason === 'aborted' ? null : other;
  return other && one.text === null && one.reason === 'unknown' ? other : one;
}

/** Merges both into one exchange: what DevTools delivered, completed by the background. */
export function mergeRecorded(devtools: Exchange, background: Exchange): Exchange {
  const [one, other] = [devtools.request, background.request];
  const url = one.url.includes('#') ? one.url : other.url;
  return {
    ...devtools,
    duration: devtools.duration ?? background.duration,
    destination: devtools.destination === 'unknown' ? background.destination : devtools.destination,
    mode: devtools.mode === 'unknown' ? background.mode : devtools.mode,
    request: { ...betterRequest(one, other), url },
    response: betterResponse(devtools.response, background.response),
    failure: betterFailure(devtools, background),
    delivered: devtools.delivered ?? background.delivered,
    initiator: devtools.initiator ?? background.initiator,
    fromCache: devtools.fromCache || background.fromCache,
  };
}
