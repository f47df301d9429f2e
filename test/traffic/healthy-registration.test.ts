import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { AS } from './clients.ts';
import { call, form, frontChannel, type LoginSketch, login, redeemed, sent } from './sketch.ts';
import { clean, flowsOf, summary } from './summary.ts';

const APP = 'https://client.example.org';
const API = 'https://tools.example.net';
const PRM = `${API}/.well-known/oauth-protected-resource/mcp`;

const mcp = (client: string): LoginSketch => ({
  authorize: `${AS}/authorize`,
  token: `${AS}/token`,
  callback: `${APP}/callback`,
  client,
  request: { scope: 'mcp:tools', nonce: undefined, resource: `${API}/mcp` },
  redeem: { resource: `${API}/mcp` },
  tokens: { access_token: 'access-to-the-tools' },
});

const asked = (at: number, more: object = {}): Exchange =>
  call(at, APP, `${API}/mcp`, {
    method: 'POST',
    body: '{"jsonrpc":"2.0","id":1,"method":"initialize"}',
    headers: { 'content-type': 'application/json' },
    status: 401,
    answer: { 'www-authenticate': `Bearer resource_metadata="${PRM}"` },
    ...more,
  });

const resource = (at: number, url = PRM): Exchange =>
  call(at, APP, url, {
    answerBody: { resource: `${API}/mcp`, authorization_servers: [AS] },
  });

const missing = (at: number, url: string): Exchange => call(at, APP, url, { status: 404 });

const metadata = (at: number, url = `${AS}/.well-known/oauth-authorization-server`): Exchange =>
  call(at, APP, url, {
    answerBody: {
      issuer: AS,
      authorization_endpoint: `${AS}/authorize`,
      token_endpoint: `${AS}/token`,
      registration_endpoint: `${AS}/register`,
      code_challenge_methods_supported: ['S256'],
    },
  });

const registered = (at: number, more: object = {}): Exchange =>
  call(at, APP, `${AS}/register`, {
    body: JSON.stringify({ client_name: 'Tools', redirect_uris: [`${APP}/callback`] }),
    headers: { 'content-type': 'application/json' },
    status: 201,
    answerBody: {
      client_id: 'dyn-7f3a',
      client_id_issued_at: 1_767_225_600,
      redirect_uris: [`${APP}/callback`],
      registration_access_token: 'reg-23410913-abewfq.123483',
      registration_client_uri: `${AS}/register/dyn-7f3a`,
    },
    ...more,
  });

const used = (at: number): Exchange =>
  call(at, APP, `${API}/mcp`, {
    method: 'POST',
    body: '{"jsonrpc":"2.0","id":1,"method":"initialize"}',
    headers: { 'content-type': 'application/json', authorization: 'Bearer access-to-the-tools' },
    answerBody: { jsonrpc: '2.0', id: 1, result: {} },
  });

const document = (at: number, url: string): Exchange =>
  sent(at, url, {
    answerBody: { client_id: url, client_name: 'Tools', redirect_uris: [`${APP}/callback`] },
  });

describe('clients that discover their server and register', () => {
  it('shows the chain of the MCP authorization profile as one flow', () => {
    const exchanges = [
      asked(0),
      resource(0.2),
      missing(0.3, `${AS}/.well-known/openid-configuration`),
      metadata(0.4),
      registered(0.6),
      ...login({ ...mcp('dyn-7f3a'), at: 1 }),
      used(7),
    ];
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: api-call, protected-resource-metadata-request, metadata-request, metadata-request, registration-request, authorization-request, interaction, authorization-response, token-request, api-call',
    ]);
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });

  it('finds the metadata of an API that the challenge does not name', () => {
    const exchanges = [
      asked(0, { answer: { 'www-authenticate': 'Bearer' } }),
      missing(0.1, PRM),
      resource(0.2, `${API}/.well-known/oauth-protected-resource`),
      metadata(0.4),
      ...login({ ...mcp('pre-registered'), at: 1 }),
      used(7),
    ];
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: api-call, protected-resource-metadata-request, protected-resource-metadata-request, metadata-request, authorization-request, interaction, authorization-response, token-request, api-call',
    ]);
  });

  it('joins the document of a client to the login in which the server fetched it', () => {
    const id = `${APP}/oauth/client.json`;
    const [request, ...rest] = login({ ...mcp(id), at: 1 });
    if (!request) throw new Error('no request');
    expect(flowsOf([request, document(1.1, id), ...rest])).toEqual([
      'authorization_code: authorization-request, client-metadata-request, interaction, authorization-response, token-request',
    ]);
  });

  it('puts a registration into the first login of its client only', () => {
    const first = login({ ...mcp('dyn-7f3a'), at: 1 });
    const second = login({ ...mcp('dyn-7f3a'), at: 60, seed: 'two' });
    const kinds = flowsOf([registered(0), ...first, ...second]);
    expect(kinds.map((flow) => flow.includes('registration-request'))).toEqual([true, false]);
  });

  it('joins a refused registration to the one that was accepted', () => {
    const refused = registered(0, { status: 400, answerBody: { error: 'invalid_redirect_uri' } });
    const exchanges = [refused, registered(2), ...login({ ...mcp('dyn-7f3a'), at: 3 })];
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: registration-request, registration-request, authorization-request, interaction, authorization-response, token-request',
    ]);
  });

  it('joins the changes of a registration, including its deletion', () => {
    const bearer = { headers: { authorization: 'Bearer reg-23410913-abewfq.123483' } };
    const exchanges = [
      registered(0),
      ...login({ ...mcp('dyn-7f3a'), at: 1 }),
      sent(100, `${AS}/register/dyn-7f3a`, { method: 'DELETE', ...bearer, status: 204 }),
    ];
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: registration-request, authorization-request, interaction, authorization-response, token-request, registration-request',
    ]);
  });

  it('joins metadata of API and server to a program that requests a token for itself', () => {
    const token = sent(2, `${AS}/token`, {
      body: form({
        grant_type: 'client_credentials',
        client_id: 'svc',
        client_secret: 's3cr3t-of-the-service',
        resource: `${API}/mcp`,
      }),
      answerBody: { access_token: 'access-to-the-tools', token_type: 'Bearer', expires_in: 300 },
    });
    expect(flowsOf([asked(0), resource(0.2), metadata(0.4), token, used(3)])).toEqual([
      'client_credentials: api-call, protected-resource-metadata-request, metadata-request, token-request, api-call',
    ]);
  });

  it('leaves a call with a known token in the login that issued it', () => {
    const exchanges = [
      ...login(mcp('pre-registered')),
      asked(400, {
        headers: {
          'content-type': 'application/json',
          authorization: 'Bearer access-to-the-tools',
        },
        answer: {
          'www-authenticate': `Bearer error="invalid_token", resource_metadata="${PRM}"`,
        },
      }),
      resource(400.2),
      ...frontChannel({ ...mcp('pre-registered'), at: 401, seed: 'two' }),
      redeemed({ ...mcp('pre-registered'), at: 401, seed: 'two', tokens: {} }),
    ];
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: authorization-request, interaction, authorization-response, token-request, api-call',
      'authorization_code: protected-resource-metadata-request, authorization-request, interaction, authorization-response, token-request',
    ]);
  });
});
