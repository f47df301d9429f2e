import type { Exchange } from '../../../http/exchange.ts';
import type { JsonObject } from '../../../oauth/values/json.ts';
import { numericClaim } from '../../../oauth/values/jwt.ts';
import { span } from '../../../words/times.ts';
import { serverTime } from '../id-token.ts';
import { endOf, receivedAt } from '../moments.ts';
import { type ClaimComparison, differs, match, unknown } from './claim-comparison.ts';

/** How far clocks may differ before clients refuse a token. */
const LEEWAY = 60_000;
/** Seconds since 1970 have ten digits until the year 2286. */
const MILLISECONDS = 1e11;

/** A moment, and the clock that tells it. */
interface ByClock {
  readonly at: number;
  readonly clock: 'server' | 'browser';
}

/**
 * When a message was answered: by the clock of the server, else by that of the browser. Null when
 * only a recorder's clock shows it.
 */
function answeredAt(exchange: Exchange): ByClock | null {
  const server = serverTime(exchange);
  if (server !== null) return { at: server, clock: 'server' };
  const local = receivedAt(exchange);
  return local === null ? null : { at: local, clock: 'browser' };
}

const NO_CLOCK = 'only the clock of a recorder shows when the token was sent';

/** Compares `exp`, `nbf` and `iat` with the moment at which the token was sent or received. */
export function comparedTimes(claims: JsonObject, exchange: Exchange): readonly ClaimComparison[] {
  const now = answeredAt(exchange);
  return (['exp', 'nbf', 'iat'] as const).flatMap((name) => {
    const seconds = numericClaim(claims, name);
    if (seconds === null || seconds > MILLISECONDS) return [];
    if (!now) return [unknown(name, NO_CLOCK)];
    return [name === 'exp' ? end(seconds, now, exchange) : start(name, seconds, now)];
  });
}

function end(seconds: number, now: ByClock, exchange: Exchange): ClaimComparison {
  const left = seconds * 1_000 - now.at;
  const by = `by the clock of the ${now.clock}`;
  if (left > 0) return match('exp', `${span(left)} after this message, ${by}`);
  // The same tolerance as the checks have.
  const isClear = now.clock === 'server' || endOf(exchange) - seconds * 1_000 > LEEWAY;
  return isClear
    ? differs('exp', `expired ${span(left)} before this message, ${by}`)
    : unknown(
        'exp',
        `expired ${span(left)} before this message, ${by}, which may be wrong by that`,
      );
}

function start(name: 'nbf' | 'iat', seconds: number, now: ByClock): ClaimComparison {
  const ahead = seconds * 1_000 - now.at;
  const by = `by the clock of the ${now.clock}`;
  if (Math.abs(ahead) < 1_000) return match(name, `the time of this message, ${by}`);
  if (ahead < 0) return match(name, `${span(ahead)} before this message, ${by}`);
  return ahead <= LEEWAY
    ? match(name, `${span(ahead)} after this message, ${by}: clocks may differ by that`)
    : differs(name, `${span(ahead)} after this message, ${by}`);
}
