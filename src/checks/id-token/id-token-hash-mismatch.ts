import { type IdTokenBearer, idTokenJwt } from '../../flow/facts/id-token.ts';
import { failedWith, wentOnWith } from '../../flow/facts/id-token-use.ts';
import { sanitizedNames } from '../../flow/facts/sanitized.ts';
import type { Flow } from '../../flow/flow.ts';
import { leftHalf, type ShaLength } from '../../http/digest.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { isCutJwt } from '../../oauth/values/placeholder.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

/** Half of the shortest hash has 22 characters. Much shorter ones only stand for one. */
const SHORTEST = 16;

export default defineCheck({
  title: 'A hash in the ID token does not match what came with it',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The hash binds the ID token to the access token, the code or the state beside it. A client that compares them refuses the response.',
  fix: 'Compute the hash over the very value that is sent, with the hash function of the alg of the ID token. Look for something that replaces the token afterwards.',
  specs: [oidc('3.1.3.6'), oidc('3.3.2.11')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const jwt = idTokenJwt(message);
    const length = lengthOf(jwt?.header.alg);
    if (!jwt || length === null) return;
    for (const { name, of, value } of boundValues(message, flow)) {
      const hash = stringMember(jwt.claims, name)?.replace(/=+$/, '');
      if (!hash || hash.length < SHORTEST || !value || isCutJwt(value)) continue;
      if (sanitizedNames(flow).has(of)) continue;
      const expected = leftHalf(length, value);
      if (hash === expected) continue;
      yield {
        at: claim(name),
        observed: `${name} is ${quote(hash, 60)}; the ${of} beside the ID token has ${quote(expected, 60)}.`,
        expected: quote(expected, 60),
        ...(isRejected(message, flow) ? {} : { severity: 'info' }),
      };
    }
  },
});

/** A client has to compare in the front channel only (section 3.1.3.8). */
function isRejected(message: IdTokenBearer, flow: Flow): boolean {
  return message.kind === 'token-request' ? failedWith(message, flow) : !wentOnWith(message, flow);
}

/** `RS256`, `ES384` and the like name the hash function. EdDSA does not. */
function lengthOf(alg: unknown): ShaLength | null {
  const number = Number(/^(?:RS|PS|ES|HS)(256|384|512)$/.exec(String(alg))?.[1]);
  return number === 256 || number === 384 || number === 512 ? number : null;
}

interface Bound {
  readonly name: string;
  readonly of: string;
  readonly value: string | null | undefined;
}

/** What the claims of an ID token are bound to. A refreshed one is bound to no code and no state. */
function boundValues(message: IdTokenBearer, { request }: Flow): readonly Bound[] {
  if (message.kind === 'token-request') {
    const { response, params } = message;
    return [
      { name: 'at_hash', of: 'access_token', value: response.accessToken },
      { name: 'c_hash', of: 'code', value: params.get('code') },
    ];
  }
  const { params } = message;
  return [
    { name: 'at_hash', of: 'access_token', value: params.get('access_token') },
    { name: 'c_hash', of: 'code', value: params.get('code') },
    { name: 's_hash', of: 'state', value: params.get('state') ?? request?.effective('state') },
  ];
}
