import { memoised } from '../http/memo.ts';
import type { Message } from '../oauth/message.ts';
import { parameterEntry } from '../oauth/registry/parameters.ts';
import { isHidden } from '../oauth/registry/secrecy-class.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** A value that links messages, and its place in one of them. */
export interface Carried {
  readonly name: string;
  readonly value: string;
}

const MAX_CARRIED = 40;
const SHORTEST = 4;

function links(name: string): boolean {
  return isHidden(parameterEntry(name)?.secrecy ?? 'unknown');
}

function ofToken(message: Message): readonly (Carried | null)[] {
  if (message.kind === 'token-request') {
    const { accessToken, refreshToken, idToken } = message.response;
    const claims = idToken?.view.kind === 'jwt' ? idToken.view.jwt.claims : null;
    return [
      accessToken ? { name: 'access_token', value: accessToken } : null,
      refreshToken ? { name: 'refresh_token', value: refreshToken } : null,
      idToken ? { name: 'id_token', value: idToken.text } : null,
      typeof claims?.nonce === 'string' ? { name: 'nonce', value: claims.nonce } : null,
    ];
  }
  if (message.kind === 'api-call' || message.kind === 'userinfo-request') {
    return [message.token ? { name: 'access_token', value: message.token } : null];
  }
  if (message.kind === 'pushed-authorization-request' && message.requestUri) {
    return [{ name: 'request_uri', value: message.requestUri }];
  }
  return [];
}

/** The linking values of a message and its answer, each once. */
export const carriedBy = memoised((message: Message): readonly Carried[] => {
  const sent = message.params.pairs.filter(({ name }) => links(name));
  const all = [...sent, ...ofToken(message).filter((one) => one !== null)];
  const carried = new Map<string, Carried>();
  for (const { name, value } of all) {
    if (value.length >= SHORTEST && carried.size < MAX_CARRIED) {
      carried.set(`${name}=${value}`, { name, value });
    }
  }
  return [...carried.values()];
});

/** The steps of a flow that have a value, as indexes into its messages, in order. */
export type ValuePlaces = ReadonlyMap<string, readonly number[]>;

/** The steps of each linking value of the flow. */
export const valuePlaces = memoised((analysed: AnalysedFlow): ValuePlaces => {
  const places = new Map<string, number[]>();
  analysed.flow.messages.forEach((message, index) => {
    for (const value of new Set(carriedBy(message).map((one) => one.value))) {
      const steps = places.get(value);
      if (steps) steps.push(index);
      else places.set(value, [index]);
    }
  });
  return places;
});
