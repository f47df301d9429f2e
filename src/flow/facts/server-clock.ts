import type { Exchange } from '../../http/exchange.ts';
import { memoised } from '../../http/memo.ts';
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
  return (serverOrigin !== null && clocksOf(messages).get(serverOrigin)) || null;
}

/** The clock of each origin that messages go to. */
const clocksOf = memoised((messages: readonly Message[]): ReadonlyMap<string, ClockFact> => {
  const seen = new Set<string>();
  const samples = new Map<string, Sample[]>();
  for (const { exchange } of messages) {
    const sample = seen.has(exchange.id) ? null : sampleOf(exchange);
    const origin = sample && originOfUrl(exchange.request.url);
    if (!sample || origin === null) continue;
    seen.add(exchange.id);
    const known = samples.get(origin);
    if (known) known.push(sample);
    else samples.set(origin, [sample]);
  }
  return new Map([...samples].map(([origin, all]) => [origin, medianOf(all)]));
});

function medianOf(samples: Sample[]): ClockFact {
  samples.sort((a, b) => a.offset - b.offset);
  const middle = samples[samples.length >> 1] ?? { offset: 0, width: 0 };
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

interface Sample {
  readonly offset: number;
  readonly width: number;
}

function sampleOf(exchange: Exchange): Sample | null {
  return isByClient(exchange) ? measured(exchange) : null;
}

/** The clock of a server against the clock of the recorder. */
const measured = memoised((exchange: Exchange): Sample | null => {
  const date = serverTime(exchange);
  if (date === null) return null;
  const duration = exchange.duration ?? 0;
  const width = RESOLUTION + duration;
  return { offset: date + RESOLUTION / 2 - (exchange.startedAt + duration / 2), width };
});
