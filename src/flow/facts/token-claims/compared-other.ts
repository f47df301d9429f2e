import { withoutQuery } from '../../../http/url.ts';
import type { Message } from '../../../oauth/message.ts';
import type { TokenName } from '../../../oauth/message-tokens.ts';
import { stringMember } from '../../../oauth/values/json.ts';
import { audiences, type Jwt } from '../../../oauth/values/jwt.ts';
import type { Flow } from '../../flow.ts';
import { earlierAssertion } from '../client-assertion.ts';
import { issuerOfEndpoint } from '../id-jag.ts';
import { isSameIssuer } from '../issuer.ts';
import { type ClaimComparison, differs, match, unknown } from './claim-comparison.ts';
import { comparedTimes } from './token-times.ts';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Who makes a token and whom it is for, which `iss` and `aud` name. */
interface Parties {
  readonly iss: 'server' | 'client' | null;
  readonly aud: 'server' | 'client' | null;
}

const PARTIES: Readonly<Partial<Record<TokenName, Parties>>> = {
  client_assertion: { iss: 'client', aud: 'server' },
  request: { iss: 'client', aud: 'server' },
  assertion: { iss: null, aud: 'server' },
  response: { iss: 'server', aud: 'client' },
  'response body': { iss: 'server', aud: 'client' },
  logout_token: { iss: 'server', aud: 'client' },
  id_token_hint: { iss: 'server', aud: 'client' },
};

/** What is compared of assertions, request objects, logout tokens, hints and signed responses. */
export function comparedOther(
  jwt: Jwt,
  name: TokenName,
  message: Message,
  flow: Flow,
): readonly ClaimComparison[] {
  const parties = PARTIES[name];
  if (!parties) return comparedTimes(jwt.claims, message.exchange);
  const names = { client: clientNames(message, flow), server: serverNames(message, flow) };
  return [
    ...(parties.iss === null ? [] : compareIssuer(jwt, parties.iss, names[parties.iss])),
    ...(name === 'client_assertion' ? compareSubject(jwt, names.client) : []),
    ...(parties.aud === null ? [] : compareAudience(jwt, parties.aud, names[parties.aud])),
    // An expired hint still names the session (OpenID Connect RP-Initiated Logout section 2).
    ...(name === 'id_token_hint' ? [] : comparedTimes(jwt.claims, message.exchange)),
    ...(name === 'logout_token' ? logoutClaims(jwt) : []),
    ...(name === 'client_assertion' ? useOf(jwt, message, flow) : []),
  ];
}

function clientNames({ params }: Message, { client }: Flow): readonly string[] {
  const name = params.get('client_id') || client;
  return name ? [name] : [];
}

/** The issuer, and the endpoint, which RFC 7523 section 3 allows as well. */
function serverNames(message: Message, flow: Flow): readonly string[] {
  const issuer =
    message.kind === 'token-request'
      ? issuerOfEndpoint(message, flow)
      : stringMember(flow.metadata?.metadata ?? null, 'issuer');
  const endpoint =
    message.kind === 'token-request' ? [withoutQuery(message.exchange.request.url)] : [];
  return issuer === null ? [] : [issuer, ...endpoint];
}

const OF = { server: 'the issuer of the server', client: 'the client_id' } as const;
const MISSING = {
  server: 'the metadata of the server was not recorded',
  client: 'the client_id was not recorded',
} as const;

function compareIssuer(
  { claims }: Jwt,
  who: 'server' | 'client',
  names: readonly string[],
): ClaimComparison[] {
  const iss = stringMember(claims, 'iss');
  const [expected] = names;
  if (iss === null) return [];
  if (expected === undefined) return [unknown('iss', MISSING[who])];
  const at = {
    name: 'iss',
    other: { name: who === 'server' ? 'issuer' : 'client_id', value: expected },
  };
  return [
    iss === expected || (who === 'server' && isSameIssuer(expected, iss))
      ? match(at, OF[who])
      : differs(at, `it is not ${OF[who]}`),
  ];
}

function compareSubject({ claims }: Jwt, [client]: readonly string[]): ClaimComparison[] {
  const sub = stringMember(claims, 'sub');
  if (sub === null || client === undefined) return [];
  return [
    sub === client
      ? match('sub', OF.client)
      : differs(
          { name: 'sub', other: { name: 'client_id', value: client } },
          `it is not ${OF.client}`,
        ),
  ];
}

function compareAudience(
  { claims }: Jwt,
  who: 'server' | 'client',
  names: readonly string[],
): ClaimComparison[] {
  const aud = audiences(claims);
  const [expected] = names;
  if (aud.length === 0) return [];
  if (expected === undefined) return [unknown('aud', MISSING[who])];
  const at = {
    name: 'aud',
    other: { name: who === 'server' ? 'issuer' : 'client_id', value: expected },
  };
  const found = names.find((one) => aud.includes(one));
  if (found === undefined) return [differs(at, `it is not ${OF[who]}`)];
  return [
    match(
      at,
      found === expected
        ? OF[who]
        : 'the URL of the endpoint, which newer servers no longer accept',
    ),
  ];
}

function logoutClaims({ claims }: Jwt): ClaimComparison[] {
  const { events } = claims;
  const named =
    typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
  return [
    named
      ? match('events', 'it names the back-channel logout')
      : differs('events', 'it does not name the back-channel logout'),
    ...(Object.hasOwn(claims, 'nonce')
      ? [differs('nonce', 'a logout token must not have one')]
      : []),
  ];
}

function useOf({ claims }: Jwt, message: Message, flow: Flow): ClaimComparison[] {
  if (typeof claims.jti !== 'string' || message.kind !== 'token-request') return [];
  return [
    earlierAssertion(message, flow) === null
      ? match('jti', 'not sent before in this flow')
      : differs('jti', 'an earlier request has the same assertion'),
  ];
}
