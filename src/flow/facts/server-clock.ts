import type { Exchange } from '../../http/exchange.ts';
import { originOfUrl } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import type { ClockFact } from './facts.ts';
import { serverTime } from './id-token.ts';
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

/**
 * By how many milliseconds the clock of the server that gave one answer is ahead of the clock of the
 * server that gave another; 0 when they agree as far as `Date` shows, null when it shows nothing.
 */
export function clockAhead(of: Exchange, than: Exchange): number | null {
  const one = measured(of);
  const other = measured(than);
  if (!one || !other || of.source !== than.source) return null;
  const ahead = one.offset - other.offset;
  return Math.abs(ahead) <= (one.width + other.width) / 2 ? 0 : ahead;
}

/** The same against the clock of the machine that the client runs on. */
export function aheadOfClient(exchange: Exchange): number | null {
  const sample = sampleOf(exchange);
  if (!sample) return null;
  return Math.abs(sample.offset) <= sample.width / 2 ? 0 : sample.offset;
}

function sampleOf(exchange: Exchange): { offset: number; width: number } | null {
  return isByClient(exchange) ? measured(exchange) : null;
}

/** The clock of a server against the clock of the recorder. */
function measured(exchange: Exchange): { offset: number; width: number } | null {
  const date = serverTime(exchange);
  if (date === null) return null;
  const duration = exchange.duration ?? 0;
  const width = RESOLUTION + duration;
  return { offset: date + RESOLUTION / 2 - (exchange.startedAt + duration / 2), width };
}
