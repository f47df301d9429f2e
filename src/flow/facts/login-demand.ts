import type { Exchange } from '../../http/exchange.ts';
import { memoised } from '../../http/memo.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import type { Flow } from '../flow.ts';
import { requestLine } from './story.ts';
import type { TokenUse } from './token-use.ts';

/** What an API demands of the login when it refuses a call with 401 (RFC 9470 section 3). */
export interface Demand {
  /** The parameters of an authorization request that repeats it: `acr_values=…`. */
  readonly parameters: readonly string[];
  readonly acrValues: readonly string[];
  readonly maxAge: string | null;
}

/** The demand for a stronger, newer or other login in a refusal; null when there is none. */
export function demandOf(exchange: Exchange): Demand | null {
  const challenge = bearerChallenge(exchange);
  if (!challenge) return null;
  const { error, acrValues, maxAge, claims } = challenge;
  if (error !== 'insufficient_user_authentication' && claims === null) return null;
  return {
    parameters: [
      ...(acrValues === null ? [] : [`acr_values=${acrValues}`]),
      ...(maxAge === null ? [] : [`max_age=${maxAge}`]),
      ...(claims === null ? [] : ['claims']),
    ],
    acrValues: acrValues?.split(/\s+/).filter(Boolean) ?? [],
    maxAge,
  };
}

/** The first and the last refusal of one call with a demand, and how many there are. */
interface Demands {
  readonly first: TokenUse;
  last: TokenUse;
  count: number;
}

/** All refusals with a demand of the call that this message makes. */
export function demandsFor(flow: Flow, call: TokenUse): Demands | null {
  return allDemands(flow).get(requestLine(call)) ?? null;
}

const allDemands = memoised(({ messages }: Flow): ReadonlyMap<string, Demands> => {
  const found = new Map<string, Demands>();
  for (const message of messages) {
    if (message.kind !== 'api-call' && message.kind !== 'userinfo-request') continue;
    if (demandOf(message.exchange) === null) continue;
    const key = requestLine(message);
    const known = found.get(key);
    if (known) Object.assign(known, { last: message, count: known.count + 1 });
    else found.set(key, { first: message, last: message, count: 1 });
  }
  return found;
});
