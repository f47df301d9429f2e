import type { Exchange } from '../http/exchange.ts';
import { bearerChallenge } from '../oauth/values/challenge.ts';
import type { ParentSeek } from './item.ts';
import { key } from './keys.ts';
import { afterEarlierValue } from './seeks.ts';

/** How long after the refusal a client may ask for the stronger login, in milliseconds. */
const WITHIN = 600_000;

type Get = (name: string) => string | undefined;

/** RFC 9470 section 3: the demands, in a form in which two of them can be compared. */
function demands(acrValues: string | undefined, maxAge: string | undefined): readonly string[] {
  const values = acrValues?.split(/\s+/).filter(Boolean).sort().join(' ');
  return [...(values ? [`acr ${values}`] : []), ...(maxAge ? [`max_age ${maxAge}`] : [])];
}

function demandsOf(exchange: Exchange): readonly string[] {
  const challenge = bearerChallenge(exchange);
  if (challenge?.error !== 'insufficient_user_authentication') return [];
  return demands(challenge.acrValues ?? undefined, challenge.maxAge ?? undefined);
}

/** The keys of an API's demand for a stronger login (RFC 9470 section 3); empty when it has none. */
export function demandedBy(exchange: Exchange): readonly string[] {
  return demandsOf(exchange).map(key.stepUp);
}

/** The keys of what an authorization request asks for, to find it by the demand of an API. */
export function askedBy(get: Get): readonly string[] {
  return demands(get('acr_values'), get('max_age')).map(key.stepUpAsked);
}

/** The keys by which authorization requests that repeat the demand of an API are found. */
export function askedAfter(exchange: Exchange): readonly string[] {
  return demandsOf(exchange).map(key.stepUpAsked);
}

/** Joins an authorization request to the refusal whose demand it repeats (RFC 9470 section 4). */
export function byDemand(get: Get): readonly ParentSeek[] {
  return demands(get('acr_values'), get('max_age')).map((demand) => ({
    ...afterEarlierValue(
      key.stepUp(demand),
      ({ sighting: { kind } }) => kind === 'api-call' || kind === 'userinfo-request',
    ),
    within: WITHIN,
  }));
}
