import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { parseHttpDate } from '../../http/http-date.ts';
import { originOfUrl } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import type { ClockFact } from './facts.ts';
import { isByClient } from './moments.ts';

/** `Date` has whole seconds only (RFC 9110 section 5.6.7). */
const RESOLUTION = 1_000;

/** Measures the authorization server's clock against the client's, in milliseconds. */
export function clockFact(
  messages: readonly Message[],
  serverOrigin: string | null,
): ClockFact | null {
  const seen = new Set<string>();
  const samples: { offset: number; width: number }[] = [];
  for (const { exchange } of messages) {
    if (seen.has(exchange.id) || originOfUrl(exchange.request.url) !== serverOrigin) continue;
    seen.add(exchange.id);
    const sample = sampleOf(exchange);
    if (sample) samples.push(sample);
  }
  if (samples.length === 0) return null;
  samples.sort((a, b) => a.offset - b.offset);
  const middle = samples[samples.length >> 1];
  if (!middle) return null;
  return { offset: middle.offset, uncertainty: middle.width / 2, samples: samples.length };
}

function sampleOf(exchange: Exchange): { offset: number; width: number } | null {
  if (!exchange.response || exchange.fromCache || !isByClient(exchange)) return null;
  if (headerValue(exchange.response.headers, 'age') !== null) return null;
  const date = parseHttpDate(headerValue(exchange.response.headers, 'date') ?? '');
  if (date === null) return null;
  const duration = exchange.duration ?? 0;
  const width = RESOLUTION + duration;
  return { offset: date + RESOLUTION / 2 - (exchange.startedAt + duration / 2), width };
}
