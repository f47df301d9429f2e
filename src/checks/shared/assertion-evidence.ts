import { boundThumbprint } from '../../flow/facts/dpop-keys.ts';
import { isIdJag } from '../../flow/facts/id-jag.ts';
import { headerValue } from '../../http/headers.ts';
import { hostOf } from '../../http/url.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { audiences, type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

interface Reason {
  /** What the server says when it means this. */
  readonly words: RegExp;
  evidence(jwt: Jwt, server: string): Evidence;
}

const REASONS: readonly Reason[] = [
  {
    words: /\bjwks?\b|\bkeys?\b|\bkid\b|signature/i,
    evidence: ({ header, claims }, server) => {
      const kid = stringMember(header, 'kid');
      const iss = stringMember(claims, 'iss');
      return {
        told: `It is signed with ${stringMember(header, 'alg') ?? 'no alg'} and ${kid === null ? 'names no key' : `names the key ${quote(kid)}`}${iss === null ? '' : ` of ${quote(iss)}`}.`,
        owner: 'authorization server',
        fix: `Let ${server} load the keys of ${iss === null ? 'the issuer' : quote(iss)} again: set the jwks_uri that its metadata names, and check that it can be reached from there.`,
      };
    },
  },
  {
    words: /issuer|\biss\b|trust/i,
    evidence: ({ claims }, server) => {
      const iss = stringMember(claims, 'iss');
      return {
        told: `Its iss is ${iss === null ? 'missing' : quote(iss)}.`,
        owner: 'authorization server',
        fix: `Add ${iss === null ? 'the issuer' : quote(iss)} to the issuers that ${server} trusts for this grant, character by character, with its jwks_uri.`,
      };
    },
  },
  {
    words: /aud\b|audience/i,
    evidence: ({ claims }) => {
      const aud = audiences(claims).slice(0, 3);
      return {
        told: `Its aud is ${aud.length === 0 ? 'missing' : list(aud.map((one) => quote(one)))}.`,
        fix: 'Compare aud with the issuer in the metadata of this server, character by character: the slash at the end counts. Then get a new assertion for exactly that issuer.',
      };
    },
  },
  {
    words: /\btyp\b|\btype\b/i,
    evidence: (jwt, server) => {
      const typ = stringMember(jwt.header, 'typ');
      return {
        told: `Its typ is ${typ === null ? 'missing' : quote(typ)}.`,
        owner: 'authorization server',
        fix: isIdJag(jwt)
          ? `Turn on ID-JAG (cross-app access) at ${server}: it has to accept assertions of this typ.`
          : `Set the typ that ${server} expects where the assertion is made: "oauth-id-jag+jwt" for an ID-JAG, "JWT" for others.`,
      };
    },
  },
];

/**
 * What a refused assertion says about what the server names as the reason, or lacks beside it; null
 * when neither is known.
 */
export function assertionEvidence({ params, exchange, response }: TokenRequest): Evidence | null {
  const jwt = jwtOf(params.get('assertion'));
  if (!jwt) return null;
  const { headers, headersComplete } = exchange.request;
  const jkt = boundThumbprint(jwt.compact);
  if (jkt !== null && headersComplete && headerValue(headers, 'dpop') === null) {
    return {
      told: `It is bound to the key ${quote(jkt)} (cnf), and the request has no DPoP proof.`,
      fix: 'Send a DPoP proof with this request, made with the key that the token exchange was proven with.',
    };
  }
  const said = response.errorDescription?.slice(0, 1_000);
  if (!said) return null;
  const reason = REASONS.find(({ words }) => words.test(said));
  return reason?.evidence(jwt, hostOf(exchange.request.url)) ?? null;
}
