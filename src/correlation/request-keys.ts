import { s256 } from '../http/digest.ts';
import { jwtOf } from '../oauth/values/jwt.ts';
import { jsonParams, type Params } from '../oauth/values/params.ts';
import { key } from './keys.ts';
import { named } from './links.ts';

/** Keys that connect a response to the request with these parameters. */
export function carried(params: Params): readonly (string | null)[] {
  const inside = jwtOf(params.get('request'));
  const { get } = inside ? jsonParams(inside.claims) : params;
  return [
    named(key.state, get('state')),
    named(key.asked, get('state')),
    named(key.nonce, get('nonce')),
    named(key.challenge, get('code_challenge')),
    named(key.redirectUri, get('redirect_uri')),
    named(key.turn, get('redirect_uri')),
  ];
}

/** A key that a request and its repetition share: all parameters except the proof of the client. */
export function repeatKey(params: Params): string {
  const kept = params.pairs
    .filter(({ name }) => name !== 'client_assertion')
    .map(({ name, value }) => `${name}=${value}`);
  return key.repeat(s256(kept.sort().join('&')));
}

/** The keys under which an API's metadata, or its refusal, finds the request for a token for it. */
export function resourceKeys(resources: readonly string[]): readonly string[] {
  return resources.slice(0, 10).map(key.resource);
}
