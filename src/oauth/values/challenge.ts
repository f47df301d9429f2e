import type { Exchange } from '../../http/exchange.ts';
import { headerValues } from '../../http/headers.ts';
import { parseChallenges } from '../../http/www-authenticate.ts';

/** RFC 6750 section 3, RFC 9449 section 7.1: a resource server's challenge about a token. */
export interface TokenChallenge {
  readonly scheme: string;
  readonly error: string | null;
  readonly description: string | null;
  /** Scopes that the request would have needed; null when it does not say. */
  readonly scopes: readonly string[] | null;
  /**
   * Metadata of the API, which names the servers that issue tokens for it (RFC 9728 section 5.1).
   */
  readonly resourceMetadata: string | null;
  /** How the user has to be authenticated (RFC 9470 section 3). */
  readonly acrValues: string | null;
  /** Maximum age of the authentication in seconds, as sent (RFC 9470 section 3). */
  readonly maxAge: string | null;
  /** Claims that the next token has to have, encoded as the server likes. */
  readonly claims: string | null;
}

/**
 * 401 or 403 when a resource server refused the request with it. When the recorder lost the status,
 * the error code decides (RFC 6750 section 3.1); a challenge without a code belongs to 401.
 */
export function refusedWith(exchange: Exchange): 401 | 403 | null {
  const status = exchange.response?.status;
  if (status === 401 || status === 403) return status;
  const challenge = status === null ? bearerChallenge(exchange) : null;
  if (!challenge || challenge.error === 'invalid_request') return null;
  return challenge.error === 'insufficient_scope' ? 403 : 401;
}

/**
 * The Bearer or DPoP challenge of a response, preferably one with an error; null when there is
 * none.
 */
export function bearerChallenge({ response }: Exchange): TokenChallenge | null {
  if (!response) return null;
  const value = headerValues(response.headers, 'www-authenticate').join('\n');
  const found = parseChallenges(value).filter(
    ({ scheme }) => scheme === 'bearer' || scheme === 'dpop',
  );
  const challenge = found.find(({ parameters }) => parameters.has('error')) ?? found[0];
  if (!challenge) return null;
  const { scheme, parameters } = challenge;
  return {
    scheme,
    error: parameters.get('error') ?? null,
    description: parameters.get('error_description') ?? null,
    scopes: parameters.get('scope')?.split(/\s+/).filter(Boolean) ?? null,
    resourceMetadata: parameters.get('resource_metadata') ?? null,
    acrValues: parameters.get('acr_values') ?? null,
    maxAge: parameters.get('max_age') ?? null,
    claims: parameters.get('claims') ?? null,
  };
}
