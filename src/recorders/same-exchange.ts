import { betterRequest, betterResponse } from '../http/better.ts';
import type { Exchange, HttpResponse } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { originOfUrl, queryOf, withoutFragment, withoutQuery } from '../http/url.ts';

/**
 * Parts of a request that are equal when two recorders saw one exchange, even if they name its
 * server differently.
 */
export function fingerprint({ request }: Exchange): string {
  const { method, url, body } = request;
  const origin = originOfUrl(url) ?? '';
  const path = withoutQuery(url).startsWith(origin) ? withoutQuery(url).slice(origin.length) : url;
  const sent = body && 'text' in body ? body.text : '';
  return JSON.stringify([method, path, queryOf(url), sent]);
}

/**
 * Whether two recorders' exchanges with equal fingerprints can be one exchange: they differ in
 * nothing that both show. When the server has two names (a reverse proxy's and its own), the
 * answers must be equal.
 */
export function areTwins(one: Exchange, other: Exchange): boolean {
  if (one.source === other.source || one.fromCache !== other.fromCache) return false;
  if (differ(agentOf(one), agentOf(other))) return false;
  const sameUrl = withoutFragment(one.request.url) === withoutFragment(other.request.url);
  if (!one.response || !other.response) return sameUrl;
  if (differ(one.response.status, other.response.status)) return false;
  const answers = [answerOf(one.response), answerOf(other.response)] as const;
  const dates = [dateOf(one.response), dateOf(other.response)] as const;
  if (differ(...dates)) return false;
  if (!sameUrl) return answers[0] !== null && answers[0] !== '' && answers[0] === answers[1];
  return (dates[0] !== null && dates[0] === dates[1]) || !differ(...answers);
}

function differ<T extends string | number>(one: T | null, other: T | null): boolean {
  return one !== null && other !== null && one !== other;
}

function agentOf({ request }: Exchange): string | null {
  return headerValue(request.headers, 'user-agent');
}

function dateOf({ headers }: HttpResponse): string | null {
  return headerValue(headers, 'date');
}

function answerOf({ body }: HttpResponse): string | null {
  return 'text' in body && !body.truncated ? body.text : null;
}

/**
 * Merges two recordings of one exchange, with the better part of each. `first` gives the id and the
 * times.
 */
export function mergeTwins(first: Exchange, second: Exchange): Exchange {
  const kept = first.failure !== null && first.response === null && second.response !== null;
  return {
    ...first,
    duration: first.duration ?? second.duration,
    destination: first.destination === 'unknown' ? second.destination : first.destination,
    mode: first.mode === 'unknown' ? second.mode : first.mode,
    request: betterRequest(first.request, second.request),
    response: betterResponse(first.response, second.response),
    // The browser says that it blocked the answer; the other recorder shows that there was one.
    delivered: kept && /^blocked/.test(first.failure.reason) ? false : first.delivered,
  };
}
