import type { IncomingMessage } from 'node:http';
import { errors, jwtVerify } from 'jose';
import type Provider from 'oidc-provider';
import { checkProof, dpopNonce, type Proof } from './dpop.ts';

/** What a resource server answers. */
export interface Verdict {
  readonly status: number;
  readonly body: unknown;
  readonly challenge?: string;
  readonly nonce?: string;
}

/** The permissions of an access token. */
export interface Access {
  readonly scopes: readonly string[];
  /** How its user logged in, when the token says so (RFC 9470 section 6). */
  readonly acr: string | null;
}

interface Setting {
  /** The authorization servers whose tokens it takes. */
  readonly providers: readonly Provider[];
  /** Key of the authorization server, for tokens that are JWTs (RFC 9068). */
  readonly key: CryptoKey;
  readonly origin: string;
  /** The audience that a JWT must have, when the API looks at it. */
  readonly audience?: string | undefined;
}

/** Reads what a request may do, or returns the answer that refuses it (RFC 6750 section 3). */
export async function accessOf(
  { providers, key, origin, audience }: Setting,
  request: IncomingMessage,
  metadata?: string,
): Promise<Access | Verdict> {
  const [, scheme = '', value] =
    /^(Bearer|DPoP) ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  const where = metadata === undefined ? '' : ` resource_metadata="${metadata}"`;
  if (value === undefined) return refuse(401, `Bearer${where}`, 'a bearer token is required');
  if (value.split('.').length === 3) return accessOfJwt(value, key, audience);
  const options = { ignoreExpiration: true };
  const found = await Promise.all(providers.map((one) => one.AccessToken.find(value, options)));
  const token = found.find((one) => one !== undefined);
  if (token === undefined) return invalid('The access token is not known');
  if (audience !== undefined && token.aud !== audience)
    return invalid('The access token has another audience');
  if (token.isExpired) return invalid('The access token expired');
  if (token.jkt !== undefined) {
    if (scheme.toLowerCase() !== 'dpop') return invalid('The access token is bound to a key');
    const proven = await checkProof(request, origin + request.url, value, token.jkt);
    if (proven !== 'ok') return unproven(proven);
  }
  return { scopes: words(token.scope), acr: text(token.extra?.acr) };
}

async function accessOfJwt(
  value: string,
  key: CryptoKey,
  audience?: string,
): Promise<Access | Verdict> {
  try {
    const expected = audience === undefined ? {} : { audience };
    const { payload } = await jwtVerify(value, key, { typ: 'at+jwt', ...expected });
    return { scopes: words(text(payload.scope)), acr: text(payload.acr) };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return invalid('The access token expired');
    const reason = error instanceof errors.JWTClaimValidationFailed ? error.message : null;
    return invalid(reason?.replaceAll('"', "'") ?? 'The access token is not valid');
  }
}

/** A refusal with its challenge (RFC 9110 section 11.6.1). */
export function refuse(status: number, challenge: string, message: string): Verdict {
  return { status, challenge, body: { message } };
}

function invalid(description: string): Verdict {
  const challenge = `Bearer error="invalid_token", error_description="${description}"`;
  return refuse(401, challenge, description);
}

function unproven(error: Exclude<Proof, 'ok'>): Verdict {
  const challenge = `DPoP error="${error}", algs="ES256"`;
  return { ...refuse(401, challenge, error), nonce: dpopNonce };
}

function words(scope: string | null | undefined): readonly string[] {
  return scope?.split(' ') ?? [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
