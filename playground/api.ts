import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import type { Addresses } from './addresses.ts';
import { accessOf, refuse, type Verdict } from './api-token.ts';
import { type Handler, sendRedirect } from './http.ts';

interface Setting {
  /** The authorization servers whose tokens it takes. */
  readonly providers: readonly Provider[];
  readonly addresses: Addresses;
  /** Public key of the authorization server. */
  readonly key: CryptoKey;
  /** The scenario that is played. */
  readonly played: () => string;
}

const PROTECTED: ReadonlySet<string | undefined> = new Set([
  '/api/me',
  '/api/notes',
  '/api/transfers',
  '/mcp',
  '/mcp/bare',
  '/orders/mine',
  '/api/shelf',
]);
const MFA = 'urn:example:mfa';

/**
 * The resource server (RFC 6750). `/api/me` takes every token, `/api/notes` one that may write,
 * `/api/transfers` one from a login with a second factor. `/mcp` behaves like a tool server of MCP,
 * and `/mcp/bare` like one without metadata.
 */
export function createApi({ providers, addresses, key, played }: Setting): Handler {
  const { app, api: origin, issuer } = addresses;
  const cors = {
    'Access-Control-Allow-Origin': app,
    'Access-Control-Expose-Headers': 'WWW-Authenticate, DPoP-Nonce',
    Vary: 'Origin',
  };
  const metadataPath = '/.well-known/oauth-protected-resource/mcp';

  async function verdict(request: IncomingMessage): Promise<Verdict> {
    const { url } = request;
    if (url === metadataPath) return { status: 200, body: mcpMetadata(origin, issuer, played()) };
    if (!PROTECTED.has(url)) return { status: 404, body: { message: 'not found' } };
    const metadata = url === '/mcp' ? origin + metadataPath : undefined;
    const audience = audienceOf(url ?? '', origin);
    const access = await accessOf({ providers, key, origin, audience }, request, metadata);
    if ('status' in access) return access;
    if (url === '/api/me' || url === '/mcp') return { status: 200, body: { name: 'Ada Example' } };
    if (url === '/api/shelf') {
      if (access.scopes.includes('notes.read')) return { status: 200, body: { shelf: [] } };
      return lacking('notes.read');
    }
    if (url === '/api/notes') {
      if (access.scopes.includes('notes.write')) return { status: 200, body: { notes: [] } };
      return lacking('notes.write');
    }
    if (access.acr === MFA) return { status: 200, body: { transfers: [] } };
    const description = 'A login with a second factor is required';
    const challenge = `Bearer error="insufficient_user_authentication", error_description="${description}", acr_values="${MFA}"`;
    return refuse(401, challenge, description);
  }

  return async (request, response) => {
    if (request.url === '/portal') {
      const query = new URLSearchParams({ iss: issuer, login_hint: 'ada', target_link_uri: app });
      return sendRedirect(response, `${app}/initiate-login?${query}`);
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204, {
        ...cors,
        'Access-Control-Allow-Headers': 'authorization, dpop, mcp-protocol-version',
        'Access-Control-Allow-Methods': 'GET',
        'Access-Control-Max-Age': '0',
      });
      response.end();
      return;
    }
    const moved = movedTo(played(), request, addresses);
    if (moved !== null) return sendRedirect(response, moved, cors);
    const { status, body, challenge, nonce } = await verdict(request);
    response.writeHead(status, {
      ...cors,
      ...(played() === 'api-moved' ? { 'Access-Control-Allow-Origin': '*' } : {}),
      ...(played() === 'challenge-hidden' ? { 'Access-Control-Expose-Headers': 'Date' } : {}),
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...(challenge === undefined ? {} : { 'WWW-Authenticate': challenge }),
      ...(nonce === undefined ? {} : { 'DPoP-Nonce': nonce }),
    });
    response.end(JSON.stringify(body));
  };
}

/** Where an API that has moved to another origin sends its callers; null when it has not. */
function movedTo(
  name: string,
  { url, headers }: IncomingMessage,
  { api }: Addresses,
): string | null {
  if (name !== 'api-moved' || url !== '/api/me' || headers.host !== new URL(api).host) return null;
  return `${api.replace('localhost', '127.0.0.1')}/api/me`;
}

/** The audience that a token of this path must have; undefined when every token will do. */
function audienceOf(path: string, origin: string): string | undefined {
  if (path === '/orders/mine') return `${origin}/orders/`;
  return path === '/mcp' ? `${origin}/mcp` : undefined;
}

function lacking(scope: string): Verdict {
  const description = 'The access token lacks a scope';
  const challenge = `Bearer error="insufficient_scope", error_description="${description}", scope="${scope}"`;
  return refuse(403, challenge, description);
}

/** RFC 9728 section 2. */
function mcpMetadata(origin: string, issuer: string, name: string) {
  return {
    resource: `${origin}/${name === 'mcp-other-resource' ? 'tools' : 'mcp'}`,
    authorization_servers: [issuer],
    bearer_methods_supported: ['header'],
    scopes_supported: ['notes.read'],
  };
}
