import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Addresses } from './addresses.ts';
import { checkProof, dpopNonce, type Proof } from './dpop.ts';

interface Verdict {
  readonly status: number;
  readonly body: unknown;
  readonly challenge?: string;
  readonly nonce?: string;
}

/** The resource server (RFC 6750): `/api/me` for everybody logged in, `/api/notes` to write. */
export async function serveApi(
  provider: Provider,
  { app: appOrigin, api: apiOrigin }: Addresses,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const cors = {
    'Access-Control-Allow-Origin': appOrigin,
    'Access-Control-Expose-Headers': 'WWW-Authenticate, DPoP-Nonce',
    Vary: 'Origin',
  };
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      ...cors,
      'Access-Control-Allow-Headers': 'authorization, dpop',
      'Access-Control-Allow-Methods': 'GET',
      'Access-Control-Max-Age': '0',
    });
    response.end();
    return;
  }
  const { status, body, challenge, nonce } = await verdict(provider, apiOrigin, request);
  response.writeHead(status, {
    ...cors,
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...(challenge === undefined ? {} : { 'WWW-Authenticate': challenge }),
    ...(nonce === undefined ? {} : { 'DPoP-Nonce': nonce }),
  });
  response.end(JSON.stringify(body));
}

async function verdict(
  provider: Provider,
  origin: string,
  request: IncomingMessage,
): Promise<Verdict> {
  const [, scheme = '', value] =
    /^(Bearer|DPoP) ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (value === undefined) return refuse(401, 'Bearer', 'a bearer token is required');
  const token = await provider.AccessToken.find(value, { ignoreExpiration: true });
  if (token === undefined) return invalid('The access token is not known');
  if (token.isExpired) return invalid('The access token expired');
  if (token.jkt !== undefined) {
    if (scheme.toLowerCase() !== 'dpop') return invalid('The access token is bound to a key');
    const proven = await checkProof(request, origin + request.url, value, token.jkt);
    if (proven !== 'ok') return unproven(proven);
  }
  if (request.url === '/api/me') return { status: 200, body: { name: 'Ada Example' } };
  if (request.url !== '/api/notes') return { status: 404, body: { message: 'not found' } };
  if (token.scope?.split(' ').includes('notes.write')) return { status: 200, body: { notes: [] } };
  const description = 'The access token lacks a scope';
  const challenge = `Bearer error="insufficient_scope", error_description="${description}", scope="notes.write"`;
  return refuse(403, challenge, description);
}

function invalid(description: string): Verdict {
  const challenge = `Bearer error="invalid_token", error_description="${description}"`;
  return refuse(401, challenge, description);
}

function unproven(error: Exclude<Proof, 'ok'>): Verdict {
  const challenge = `DPoP error="${error}", algs="ES256"`;
  return { ...refuse(401, challenge, error), nonce: dpopNonce };
}

function refuse(status: number, challenge: string, message: string): Verdict {
  return { status, challenge, body: { message } };
}
