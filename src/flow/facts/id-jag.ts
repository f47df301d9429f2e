import { withoutQuery } from '../../http/url.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';

const TYP = /^(?:application\/)?oauth-id-jag\+jwt$/i;

/** The JWT that a request hands in as its grant (RFC 7523 section 2.1); null when it is none. */
export function assertionOf({ grant, params }: TokenRequest): Jwt | null {
  return grant === 'jwt_bearer' ? jwtOf(params.get('assertion')) : null;
}

/**
 * The ID-JAG that a request hands in, when the server refused it: the assertion of an identity
 * provider for a client of another server. A server that takes one has nothing to say against it.
 */
export function refusedIdJag(message: TokenRequest): Jwt | null {
  if (message.response.error === null) return null;
  const jwt = assertionOf(message);
  return jwt && isIdJag(jwt) ? jwt : null;
}

/** Whether a JWT calls itself an ID-JAG. */
export function isIdJag({ header }: Jwt): boolean {
  return TYP.test(String(header.typ ?? ''));
}

/** The issuer of the token endpoint, from metadata that names this endpoint; null when unknown. */
export function issuerOfEndpoint({ exchange }: TokenRequest, { metadata }: Flow): string | null {
  const document = metadata?.metadata ?? null;
  const endpoint = stringMember(document, 'token_endpoint');
  return endpoint === withoutQuery(exchange.request.url) ? stringMember(document, 'issuer') : null;
}
