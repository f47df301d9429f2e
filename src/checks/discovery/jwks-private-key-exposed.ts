import { responseText } from '../../oauth/exchange-view.ts';
import type { Message } from '../../oauth/message.ts';
import { dpopProof } from '../../oauth/values/dpop.ts';
import { type JsonObject, parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import { keysIn, keysOf } from '../../oauth/values/key-set.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, member, parameter, rfc } from '../check.ts';

/** The members of private and of symmetric keys (RFC 7518 sections 6.2.2, 6.3.2 and 6.4). */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export default defineCheck({
  title: 'A private key is published',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Whoever has read it can sign tokens in the name of its owner.',
  fix: 'Replace this key now, treat its tokens as forged, and publish the public members only.',
  specs: [rfc(7517, '9.2'), rfc(7518, '6.3.2')],
  subject: [
    'jwks-request',
    'client-metadata-request',
    'registration-request',
    'token-request',
    'api-call',
    'userinfo-request',
  ],
  *check(message) {
    for (const key of keysBy(message)) {
      const found = PRIVATE.filter((name) => Object.hasOwn(key, name));
      if (found.length === 0) continue;
      const kid = stringMember(key, 'kid');
      const isServers = message.kind === 'jwks-request';
      yield {
        at: placeIn(message),
        observed: `${kid === null ? 'A key' : `The key ${quote(kid, 80)}`} has the ${found.length === 1 ? 'member' : 'members'} ${list(found)}, which only its owner may have.`,
        expected: 'Public members only',
        ...(isServers ? {} : { owner: 'client' }),
      };
    }
  },
});

function placeIn({ kind }: Message): ReturnType<typeof member> {
  if (kind === 'jwks-request') return member('keys');
  if (kind === 'client-metadata-request') return member('jwks');
  return kind === 'registration-request' ? parameter('jwks') : header('DPoP');
}

/** The keys that a message makes known to others. */
function keysBy({ kind, exchange }: Message): readonly JsonObject[] {
  if (kind === 'jwks-request') return keysIn(exchange) ?? [];
  if (kind === 'client-metadata-request') return keysOfClient(responseText(exchange));
  if (kind === 'registration-request') {
    const { body } = exchange.request;
    return keysOfClient(body && 'text' in body ? body.text : null);
  }
  const jwk = dpopProof(exchange)?.jwk;
  return jwk ? [jwk] : [];
}

function keysOfClient(text: string | null): readonly JsonObject[] {
  const jwks = parseJsonObject(text ?? '')?.jwks;
  return typeof jwks === 'object' ? (keysOf(jwks as JsonObject | null) ?? []) : [];
}
