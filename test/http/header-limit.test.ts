import { describe, expect, it } from 'vitest';
import { cookieFamily, headerRefusal, headerSize } from '../../src/http/header-limit.ts';
import { exchange } from '../helpers/exchanges.ts';

const URL = 'https://app.example.com/login';

describe('a header that is too large', () => {
  it.each([
    [431, '', 'certain'],
    [494, '', 'certain'],
    [400, '<title>400 Request Header Or Cookie Too Large</title>', 'certain'],
    [400, '<p>HTTP Error 400. The size of the request headers is too long.</p>', 'certain'],
    [400, 'Request header is too large', 'certain'],
    [400, 'Size of a request header field exceeds server limit.', 'certain'],
    [400, 'Bad Request', null],
    [413, 'Request too large', null],
    [200, 'Request header too large', null],
  ])('%i %j: %s', (status, answerBody, refused) => {
    expect(headerRefusal(exchange(0, { url: URL, status, answerBody }))).toBe(refused);
  });

  it.each([
    ['', 400, 'likely'],
    ['<title>400 Bad Request</title><h1>400 Bad Request</h1><hr>nginx/1.25.3', 400, 'likely'],
    ['<h1>Bad Request</h1><p>state mismatch</p>', 400, null],
    ['', 401, null],
  ])(
    'is likely when the server says no more than %j with %i: %s',
    (answerBody, status, refused) => {
      const headers = { cookie: `a=${'x'.repeat(9_000)}` };
      expect(headerRefusal(exchange(0, { url: URL, headers, status, answerBody }))).toBe(refused);
    },
  );

  it('has the octets of its fields', () => {
    expect(headerSize(exchange(0, { url: URL, headers: { cookie: 'a=b' } }))).toBe(13);
  });
});

describe('cookies that have piled up', () => {
  const family = (...names: string[]) =>
    cookieFamily(
      exchange(0, { url: URL, headers: { cookie: names.map((name) => `${name}=1`).join('; ') } }),
    );

  it.each([
    ['__txn_', ['__txn_KtPIujlzA_ONVlhwBBXj', '__txn_z0doQ6vKJv3CAR8zPPtd', 'lang']],
    [
      '.AspNetCore.Correlation.',
      ['.AspNetCore.Correlation.a8Xk2mQ9zL4vT7wY', '.AspNetCore.Correlation.b7Yk2mQ9zL4vT7wZ'],
    ],
  ])('have the prefix %s', (prefix, names) => {
    expect(family(...names)).toEqual({ prefix, count: 2 });
  });

  it('are at least two of a kind', () => {
    expect(family('__txn_KtPIujlzA_ONVlhwBBXj', 'lang', 'theme')).toBeNull();
  });
});
