import type { ClockFact } from '../flow/facts/facts.ts';
import type { FlowToken } from '../flow/facts/flow-tokens.ts';
import { serverTime } from '../flow/facts/id-token.ts';
import { endOf } from '../flow/facts/moments.ts';
import { expiryOf } from '../flow/facts/token-use.ts';
import type { Flow } from '../flow/flow.ts';
import { memoised } from '../http/memo.ts';
import { numericClaim } from '../oauth/values/jwt.ts';
import { span } from '../words/times.ts';

/** When a token ends, by the clock of the server, and what is known of that clock. */
export interface TokenTime {
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  readonly by: 'exp' | 'expires_in';
  /** From the message that issued or first sent it until its end, by the clock of the server. */
  readonly lifetime: number;
  /** By how much the server's clock is ahead of the client's; 0 when that is unknown. */
  readonly offset: number;
}

/** Seconds since 1970 have ten digits until the year 2286. */
const MILLISECONDS = 1e11;

/** When a token ends; null when nothing says so. */
export function timeOfToken(token: FlowToken, flow: Flow): TokenTime | null {
  const [first] = token.places;
  const message = first && flow.messages[first.message];
  if (!message) return null;
  const { clock } = flow.facts;
  const expiry = endOfToken(token, flow, clock);
  if (!expiry) return null;
  const begun = serverTime(message.exchange) ?? endOf(message.exchange) + offsetOf(clock);
  return { ...expiry, lifetime: expiry.endsAt - begun, offset: offsetOf(clock) };
}

function endOfToken(
  { name, text, view }: FlowToken,
  flow: Flow,
  clock: ClockFact | null,
): Pick<TokenTime, 'endsAt' | 'by'> | null {
  if (view.kind === 'jwt') {
    const exp = numericClaim(view.jwt.claims, 'exp');
    if (exp !== null) return exp > MILLISECONDS ? null : { endsAt: exp * 1_000, by: 'exp' };
  }
  if (name !== 'access_token') return null;
  const expiry = expiryOf(flow, text);
  return expiry && { endsAt: expiry.at + offsetOf(clock), by: 'expires_in' };
}

/** A difference that the samples do not prove is none. */
function offsetOf(clock: ClockFact | null): number {
  return clock && Math.abs(clock.offset) > clock.uncertainty ? clock.offset : 0;
}

/** The end of the last message of a flow, by the clock of its server. */
export const endOfFlow = memoised(({ messages, facts }: Flow): number => {
  let last = Number.NEGATIVE_INFINITY;
  for (const { exchange } of messages) last = Math.max(last, endOf(exchange));
  return last + offsetOf(facts.clock);
});

/** How much of its life a token has left at a moment of the client's clock: `59 min left`. */
export function timeLeft({ endsAt, offset }: TokenTime, now: number): string {
  const left = endsAt - (now + offset);
  return left > 0 ? `${span(left)} left` : `expired ${span(left)} ago`;
}
