import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from './exchanges.ts';

const TOOLS = 'https://tools.example.com';
const AS = 'https://as.example.com';
const RETURN = 'http://127.0.0.1:7777/cb';
const JSON_TYPE = { 'content-type': 'application/json', 'cache-control': 'no-store' };
const SERVER = { destination: 'unknown', mode: 'unknown' } as const;

/** The parts in which two logins for a tool server differ. */
export interface ToolLoginSketch {
  /** The parameter of the authorization request; none when it is absent. */
  readonly resource?: string;
  /** The parameter of the token request. Default: the same. */
  readonly again?: string;
  /** The resource of the metadata; null when the API has none. */
  readonly metadata?: string | null;
  /** Default: the token is no JWT. */
  readonly aud?: string | readonly string[];
}

/** An invented, unsigned access token. */
function tokenFor(aud: ToolLoginSketch['aud']): string {
  if (aud === undefined) return '2YotnFZFEjr1zCsicMWpAA';
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: AS, aud, sub: '248289761001', exp: 1_767_229_200 };
  return `${part({ alg: 'RS256', typ: 'at+jwt' })}.${part(claims)}.aW52ZW50ZWQ`;
}

/** A tool server refuses, names its metadata, and the client gets a token and calls again. */
export function toolLogin(sketch: ToolLoginSketch = {}): readonly Exchange[] {
  const { resource, again = resource, metadata = `${TOOLS}/mcp`, aud } = sketch;
  const token = tokenFor(aud);
  const about = `${TOOLS}/.well-known/oauth-protected-resource/mcp`;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 's6BhdRkqt3',
    redirect_uri: RETURN,
    scope: 'tools',
    state: 'af0ifjsldkjf3kd9',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...(resource === undefined ? {} : { resource }),
  });
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: 'SplxlOBeZQQYbYS6WxSbIA',
    client_id: 's6BhdRkqt3',
    redirect_uri: RETURN,
    code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    ...(again === undefined ? {} : { resource: again }),
  });
  const back = `${RETURN}?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkjf3kd9`;
  const call = { method: 'POST', url: `${TOOLS}/mcp`, ...SERVER };
  return [
    exchange(0, {
      ...call,
      headers: { 'mcp-protocol-version': '2025-11-25' },
      status: 401,
      answer: { 'www-authenticate': `Bearer resource_metadata="${about}"` },
    }),
    exchange(1, {
      url: about,
      ...SERVER,
      ...(metadata === null
        ? { status: 404 }
        : {
            answer: JSON_TYPE,
            answerBody: { resource: metadata, authorization_servers: [AS] },
          }),
    }),
    exchange(2, { url: `${AS}/authorize?${query}`, status: 302, answer: { location: back } }),
    exchange(3, { url: back, answerBody: '<p>ok' }),
    exchange(4, {
      url: `${AS}/token`,
      body: String(body),
      ...SERVER,
      answer: JSON_TYPE,
      answerBody: { access_token: token, token_type: 'Bearer', expires_in: 3600 },
    }),
    exchange(5, { ...call, headers: { authorization: `Bearer ${token}` }, answer: JSON_TYPE }),
  ];
}
