import { CompactEncrypt, importJWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { clientKey } from './client-key.ts';
import { local } from './metadata.ts';
import { settings } from './settings.ts';
import type { Travelling, Variant } from './variant.ts';
import { wait } from './wait.ts';

const mcp: Variant = {
  metadata: 'oauth2',
  parameters: { resource: `${settings.api}/mcp`, scope: 'notes.read' },
  redemption: { resource: `${settings.api}/mcp` },
};

/** Authorization requests with more than the usual parameters, or sent in another way. */
export const requests: Readonly<Record<string, Variant>> = {
  par: { send: push },
  'par-used-twice': { send: push },
  'par-expired': { send: pushAndWait },
  'par-refused': { send: push },
  'par-jar': { send: async (request) => push({ ...request, parameters: await sign(request) }) },
  jar: { send: sign },
  'jar-encrypted': { send: signAndEncrypt },
  'jar-by-reference': { send: publish },
  rar: {
    parameters: { authorization_details: paymentDetails(), resource: `${settings.api}/api/` },
    redemption: { resource: `${settings.api}/api/` },
  },
  'api-of-another': {
    parameters: { resource: 'https://playground.test/reports/' },
    redemption: { resource: 'https://playground.test/reports/' },
  },
  'mcp-without-resource': { metadata: 'oauth2', parameters: { scope: 'notes.read' } },
  'mcp-other-resource': mcp,
  'mcp-document-without-path': mcp,
  'scope-step-up': { parameters: { scope: 'openid notes.read' } },
  'resource-indicator': {
    parameters: { resource: `${settings.api}/api/` },
    redemption: { resource: `${settings.api}/api/` },
  },
  'claims-parameter': {
    parameters: { claims: JSON.stringify({ id_token: { email: { essential: true } } }) },
  },
  'mcp-registration': mcp,
  'mcp-client-document': mcp,
  dpop: { dpop: true },
  'dpop-nonce': { dpop: true },
  'dpop-nonce-hidden': { dpop: true },
  'dpop-other-url': { dpop: true },
  'dpop-other-token': { dpop: true },
  'dpop-as-bearer': { dpop: true },
  'dpop-nonce-demanded-twice': { dpop: true },
};

/** Pushes the parameters. The browser carries only a reference (RFC 9126 section 2). */
async function push({ as, client, parameters }: Travelling): Promise<URLSearchParams> {
  const auth = oauth.None();
  const answer = await oauth.pushedAuthorizationRequest(as, client, auth, parameters, local);
  const { request_uri } = await oauth.processPushedAuthorizationResponse(as, client, answer);
  return new URLSearchParams({ client_id: client.client_id, request_uri });
}

/**
 * Waits until the server has forgotten the pushed request, which takes a second for this client.
 */
async function pushAndWait(request: Travelling): Promise<URLSearchParams> {
  const reference = await push(request);
  await wait(2_500);
  return reference;
}

/** Sends a request object by value (RFC 9101 section 5.1). */
async function sign({ as, client, parameters }: Travelling): Promise<URLSearchParams> {
  const key = await clientKey();
  const request = await oauth.issueRequestObject(as, client, parameters, key);
  // OpenID Connect Core section 6.1 requires these two outside as well.
  return withRequest(parameters, 'request', request);
}

async function signAndEncrypt(request: Travelling): Promise<URLSearchParams> {
  const signed = (await sign(request)).get('request') ?? '';
  const keys = (await (await fetch(request.as.jwks_uri ?? '')).json()) as oauth.JWKS;
  const jwk = keys.keys.find(({ use }) => use === 'enc');
  if (!jwk) throw new Error('the server has no key to encrypt to');
  const encrypted = await new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({
      alg: 'RSA-OAEP-256',
      enc: 'A256GCM',
      cty: 'oauth-authz-req+jwt',
      kid: jwk.kid ?? '',
    })
    .encrypt(await importJWK(jwk, 'RSA-OAEP-256'));
  return withRequest(request.parameters, 'request', encrypted);
}

/** Sends a reference to a request object at the client's own server (RFC 9101 section 5.2). */
async function publish(request: Travelling): Promise<URLSearchParams> {
  const body = (await sign(request)).get('request') ?? '';
  const headers = { 'Content-Type': 'application/oauth-authz-req+jwt' };
  const published = await fetch('/request-objects', { method: 'POST', headers, body });
  return withRequest(request.parameters, 'request_uri', await published.text());
}

function withRequest(parameters: URLSearchParams, name: string, value: string): URLSearchParams {
  const outside = ['client_id', 'response_type', 'scope'] as const;
  return new URLSearchParams([
    ...outside.map((it) => [it, parameters.get(it) ?? '']),
    [name, value],
  ]);
}

function paymentDetails(): string {
  return JSON.stringify([
    {
      type: 'payment_initiation',
      actions: ['initiate'],
      instructedAmount: { currency: 'EUR', amount: '12.50' },
      creditorName: 'Invented Bookshop',
    },
  ]);
}
