import { clockFact } from '../../flow/facts/server-clock.ts';
import type { Flow } from '../../flow/flow.ts';
import { hostOf, originOfUrl } from '../../http/url.ts';
import { span } from '../../words/times.ts';

const TOLERATED = 30_000;

/**
 * How far the clock of the application is off, by the Date of its answers and of the answers of the
 * authorization server; null when they agree or one of them sent none.
 */
export function clockSentence(flow: Flow): string | null {
  const callback = flow.responses.find(({ delivered }) => delivered)?.exchange.request.url;
  const origin = callback === undefined ? null : originOfUrl(callback);
  const server = flow.facts.clock;
  const own = origin === null ? null : clockFact(flow.messages, origin);
  if (origin === null || server === null || own === null) return null;
  const off = server.offset - own.offset;
  if (Math.abs(off) - server.uncertainty - own.uncertainty <= TOLERATED) return null;
  return `The clock of ${hostOf(origin)} is ${span(Math.abs(off))} ${off > 0 ? 'behind' : 'ahead of'} that of the authorization server.`;
}
