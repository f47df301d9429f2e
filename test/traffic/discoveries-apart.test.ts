import { expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchange, login } from '../helpers/exchanges.ts';

const AS = 'https://as.example.com';
const API = 'https://tools.example.net';
const RESOURCE = '/.well-known/oauth-protected-resource';

const found = (at: number, path: string): Exchange =>
  exchange(at, {
    url: `${API}${RESOURCE}${path}`,
    destination: 'empty',
    answer: { 'content-type': 'application/json' },
    answerBody: { resource: `${API}${path}`, authorization_servers: [AS] },
  });

const notFound = (at: number, path: string): Exchange =>
  exchange(at, { url: `${API}${RESOURCE}${path}`, destination: 'empty', status: 404 });

const refusedCall = (at: number, path: string): Exchange =>
  exchange(at, {
    url: `${API}${path}`,
    destination: 'empty',
    status: 401,
    answer: { 'www-authenticate': 'Bearer' },
  });

const metadata = (at: number): Exchange =>
  exchange(at, {
    url: `${AS}/.well-known/openid-configuration`,
    destination: 'empty',
    answer: { 'content-type': 'application/json' },
    answerBody: {
      issuer: AS,
      authorization_endpoint: `${AS}/authorize`,
      token_endpoint: `${AS}/token`,
    },
  });

const refused = (at: number, path: string, body: string, type: string): Exchange =>
  exchange(at, {
    url: `${AS}${path}`,
    method: 'POST',
    body,
    headers: { 'content-type': type },
    status: 400,
    answer: { 'content-type': 'application/json' },
    answerBody: { error: 'invalid_request' },
  });

const refusedRegistration = (at: number): Exchange =>
  refused(
    at,
    '/register',
    JSON.stringify({ client_name: 'Tools', redirect_uris: ['https://tools.example.org/cb#x'] }),
    'application/json',
  );

const refusedPush = (at: number): Exchange =>
  refused(
    at,
    '/par',
    'client_id=inventory-web&response_type=code&redirect_uri=https%3A%2F%2Fstock.example.com%2Fcb',
    'application/x-www-form-urlencoded',
  );

/** For each attempt, when its messages began, in seconds. */
function attempts(exchanges: readonly Exchange[]): readonly (readonly number[])[] {
  const start = Date.UTC(2026, 0, 1);
  return snapshotOf(exchanges)
    .flows.map(({ flow }) => flow.messages.map((one) => (one.exchange.startedAt - start) / 1_000))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

it('a refused registration keeps the search that led to it', () => {
  const [first] = attempts([
    refusedCall(0, '/mcp'),
    found(0.2, '/mcp'),
    metadata(0.4),
    refusedRegistration(0.6),
    ...login({ at: 8 }),
  ]);
  expect(first).toEqual([0, 0.2, 0.4, 0.6]);
});

it('a refused pushed request keeps the metadata of its server', () => {
  const [first] = attempts([metadata(0), refusedPush(0.2), ...login({ at: 8 })]);
  expect(first).toEqual([0, 0.2]);
});

it('a search without a result is not part of the search for another API of the host', () => {
  const all = attempts([
    refusedCall(0, '/mcp'),
    found(0.2, '/mcp'),
    ...login({ at: 1 }),
    refusedCall(20, '/other'),
    notFound(20.2, '/other'),
    notFound(20.4, ''),
  ]);
  expect(all.at(-1)).toEqual([20, 20.2, 20.4]);
});

it('a search goes on from the path to the host', () => {
  const all = attempts([
    refusedCall(0, '/mcp'),
    notFound(0.2, '/mcp'),
    found(0.4, ''),
    ...login({ at: 1 }),
  ]);
  expect(all).toHaveLength(1);
  expect(all[0]?.slice(0, 3)).toEqual([0, 0.2, 0.4]);
});

it('a refused call begins the search that comes after it', () => {
  const all = attempts([
    refusedCall(0, '/mcp'),
    found(0.2, '/mcp'),
    refusedCall(20, '/mcp'),
    found(20.2, '/mcp'),
    metadata(20.4),
    refusedRegistration(20.6),
  ]);
  expect(all.at(-1)).toEqual([20, 20.2, 20.4, 20.6]);
});
