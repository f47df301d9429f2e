import { serverTime } from '../../flow/facts/id-token.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Jwt, numericClaim } from '../../oauth/values/jwt.ts';
import { span } from '../../words/times.ts';
import { claim, type Observation } from '../check.ts';

/** How far clocks may differ when the server did not tell its time. */
const LEEWAY = 60_000;
/** What a server that tells its time may still forgive or round. */
const ROUNDING = 1_000;

/** What is wrong with the times of a JWT that was handed in; null when nothing is. */
export function wrongTimes({ claims }: Jwt, exchange: Exchange, name: string): Observation | null {
  const told = serverTime(exchange);
  const now = told ?? exchange.startedAt;
  const clock = told === null ? 'this request' : 'this request, by the clock of the server';
  const exp = numericClaim(claims, 'exp');
  if (exp === null) {
    return Object.hasOwn(claims, 'exp')
      ? {
          at: claim('exp'),
          observed: `exp of ${name} is no number of seconds.`,
          expected: 'Seconds since 1970',
        }
      : { at: claim('exp'), observed: `${name} has no exp, which is required.`.replace(/^t/, 'T') };
  }
  if (now - exp * 1_000 >= (told === null ? LEEWAY : 0)) {
    return {
      at: claim('exp'),
      observed: `${name} expired ${span(now - exp * 1_000)} before ${clock}.`.replace(/^t/, 'T'),
      expected: 'A request before exp',
      fix: `Make a new one for every request, and set the clock of the machine.`,
    };
  }
  for (const time of ['nbf', 'iat'] as const) {
    const at = numericClaim(claims, time);
    const early = at === null ? 0 : at * 1_000 - now;
    if (early <= (told === null ? LEEWAY : ROUNDING)) continue;
    return {
      at: claim(time),
      observed: `${time} of ${name} is ${span(early)} after ${clock}.`,
      expected: 'A time that is past',
      fix: 'Set the clock of the machine that makes it, or set iat and nbf some seconds back.',
      certainty: time === 'nbf' ? 'certain' : 'likely',
    };
  }
  return null;
}
