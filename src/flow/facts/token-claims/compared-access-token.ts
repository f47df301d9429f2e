import { originOfUrl } from '../../../http/url.ts';
import type { Message } from '../../../oauth/message.ts';
import { stringMember } from '../../../oauth/values/json.ts';
import { audiences, type Jwt } from '../../../oauth/values/jwt.ts';
import type { Flow } from '../../flow.ts';
import { boundThumbprint } from '../dpop-keys.ts';
import { ownFact } from '../dpop-proofs.ts';
import { isSameIssuer } from '../issuer.ts';
import { isAccepted } from '../token-use.ts';
import { type ClaimComparison, differs, match, unknown } from './claim-comparison.ts';
import { comparedTimes } from './token-times.ts';

/** RFC 9068 section 4. Only the API knows which issuer and audience it accepts. */
export function comparedAccessToken(
  jwt: Jwt,
  message: Message,
  flow: Flow,
): readonly ClaimComparison[] {
  return [
    ...issuerOf(jwt, flow),
    ...audienceOf(jwt, flow),
    ...clientOf(jwt, flow),
    ...keyOf(jwt, flow),
    ...comparedTimes(jwt.claims, message.exchange),
  ];
}

function issuerOf({ claims }: Jwt, { metadata }: Flow): ClaimComparison[] {
  const iss = stringMember(claims, 'iss');
  const issuer = stringMember(metadata?.metadata ?? null, 'issuer');
  if (iss === null) return [];
  if (issuer === null) return [unknown('iss', 'the metadata of the server was not recorded')];
  return [
    isSameIssuer(issuer, iss)
      ? match('iss', 'the issuer of the server')
      : unknown(
          { name: 'iss', other: { name: 'issuer', value: issuer } },
          'it is not the issuer in the metadata; the API decides',
        ),
  ];
}

function audienceOf(jwt: Jwt, { messages }: Flow): ClaimComparison[] {
  const aud = audiences(jwt.claims);
  if (aud.length === 0) return [];
  const accepted = messages.flatMap((message) =>
    message.kind === 'api-call' && message.token === jwt.compact && isAccepted(message.exchange)
      ? [originOfUrl(message.exchange.request.url) ?? '']
      : [],
  );
  return [
    accepted.length > 0
      ? match('aud', `${accepted[0]} accepted it`)
      : unknown('aud', 'only the API knows which audience it accepts'),
  ];
}

function clientOf({ claims }: Jwt, { client }: Flow): ClaimComparison[] {
  if (client === null) return [];
  return ['client_id', 'azp', 'cid'].flatMap((name) => {
    const value = stringMember(claims, name);
    if (value === null) return [];
    return [
      value === client
        ? match(name, 'the client_id')
        : unknown(
            { name, other: { name: 'client_id', value: client } },
            'it is not the client_id of this flow',
          ),
    ];
  });
}

/** RFC 9449 section 6.1: the proofs of all calls have to be made with the key in `cnf`. */
function keyOf({ compact }: Jwt, { messages }: Flow): ClaimComparison[] {
  const jkt = boundThumbprint(compact);
  if (jkt === null) return [];
  const keys = messages.flatMap((message) =>
    (message.kind === 'api-call' || message.kind === 'userinfo-request') &&
    message.token === compact
      ? (ownFact(message)?.jkt ?? [])
      : [],
  );
  if (keys.length === 0) return [unknown('cnf', 'no call with a DPoP proof was recorded')];
  return [
    keys.every((key) => key === jkt)
      ? match('cnf', 'the key of the DPoP proofs that came with it')
      : differs('cnf', 'a DPoP proof was made with another key'),
  ];
}
