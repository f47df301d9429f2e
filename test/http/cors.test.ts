import { describe, expect, it } from 'vitest';
import { corsCheck, preflightCheck } from '../../src/http/cors.ts';
import { fields } from './exchanges.ts';

const ORIGIN = 'https://app.example.com';
const ACAO = `Access-Control-Allow-Origin: ${ORIGIN}`;
const ANY = 'access-control-allow-origin: *';
const ACAC = 'Access-Control-Allow-Credentials: true';

function share(credentials: boolean | null, ...headers: string[]) {
  return corsCheck({ origin: ORIGIN, credentials, headers: fields(...headers) });
}

describe('corsCheck', () => {
  it.each([
    ['the exact origin', false, [ACAO]],
    ['any origin, without credentials', false, [ANY]],
    ['the exact origin and credentials', true, [ACAO, ACAC]],
    ['both, credentials mode unknown', null, [ACAO, ACAC]],
  ] as const)('shares with %s', (_sentence, credentials, headers) => {
    expect(share(credentials, ...headers)).toEqual({ ok: true });
  });

  it.each([
    ['no field', false, [], 'acao-missing', null],
    [
      'another origin',
      false,
      ['Access-Control-Allow-Origin: https://example.com'],
      'acao-mismatch',
      'https://example.com',
    ],
    ['a trailing slash', false, [`${ACAO}/`], 'acao-mismatch', `${ORIGIN}/`],
    [
      'another case',
      false,
      ['Access-Control-Allow-Origin: https://APP.example.com'],
      'acao-mismatch',
      'https://APP.example.com',
    ],
    ['the word null', false, ['Access-Control-Allow-Origin: null'], 'acao-mismatch', 'null'],
    ['an empty field', false, ['Access-Control-Allow-Origin:'], 'acao-mismatch', ''],
    ['two fields', false, [ACAO, ACAO], 'acao-multiple', `${ORIGIN}, ${ORIGIN}`],
    ['a list', false, [`${ACAO}, *`], 'acao-multiple', `${ORIGIN}, *`],
    [
      'a list without commas',
      false,
      [`${ACAO} https://example.com`],
      'acao-multiple',
      `${ORIGIN} https://example.com`,
    ],
    ['* with credentials', true, [ANY, ACAC], 'wildcard-with-credentials', '*'],
    ['no credentials field', true, [ACAO], 'acac-missing', null],
    [
      'True for true',
      true,
      [ACAO, 'Access-Control-Allow-Credentials: True'],
      'acac-missing',
      'True',
    ],
  ] as const)('withholds for %s', (_sentence, credentials, headers, reason, observed) => {
    expect(share(credentials, ...headers)).toMatchObject({ ok: false, reason, observed });
  });

  it.each([
    ['* when credentials may have been sent', { credentials: null, headers: [ANY] }],
    ['no credentials field when they may have been sent', { credentials: null, headers: [ACAO] }],
    [
      'a missing field among incomplete headers',
      { credentials: false, headers: [], headersComplete: false },
    ],
    [
      'a credentials field among incomplete headers',
      { credentials: true, headers: [ACAO], headersComplete: false },
    ],
    ['an unknown origin', { origin: null, credentials: false, headers: [ACAO] }],
  ] as const)('cannot tell %s', (_sentence, { headers, ...rest }) => {
    expect(corsCheck({ origin: ORIGIN, ...rest, headers: fields(...headers) })).toEqual({
      ok: null,
    });
  });

  it('names the field that would help', () => {
    expect(share(false)).toMatchObject({ expected: ACAO });
    expect(share(true, ACAO)).toMatchObject({ expected: ACAC });
  });
});

function preflight(
  parts: { method?: string; ask?: string[]; status?: number | null; credentials?: boolean | null },
  ...headers: string[]
) {
  const { method = 'POST', ask = [], status = 204, credentials = false } = parts;
  const sent = { requestMethod: method, requestHeaders: ask, status, credentials };
  return preflightCheck({ origin: ORIGIN, ...sent, headers: fields(...headers) });
}

const allowHeaders = (value: string) => `Access-Control-Allow-Headers: ${value}`;
const allowMethods = (value: string) => `Access-Control-Allow-Methods: ${value}`;

describe('preflightCheck', () => {
  it.each([
    ['a safelisted method that is not listed', { method: 'POST' }, [ACAO, allowMethods('GET')]],
    ['a listed method', { method: 'PATCH' }, [ACAO, allowMethods('GET, PATCH')]],
    ['any method', { method: 'DELETE' }, [ANY, allowMethods('*')]],
    [
      'listed headers in any case',
      { ask: ['content-type', 'dpop'] },
      [ACAO, allowHeaders('DPoP,Content-Type')],
    ],
    [
      'listed headers over two fields',
      { ask: ['a', 'b'] },
      [ACAO, allowHeaders('a'), allowHeaders('b')],
    ],
    ['any header', { ask: ['dpop'] }, [ANY, allowHeaders('*')]],
    [
      'Authorization beside *',
      { ask: ['authorization', 'dpop'] },
      [ANY, allowHeaders('*, Authorization')],
    ],
    ['status 200', { status: 200 }, [ACAO]],
  ] as const)('lets pass %s', (_sentence, parts, headers) => {
    expect(
      preflight({ ...parts, ask: [...('ask' in parts ? parts.ask : [])] }, ...headers),
    ).toEqual({ ok: true });
  });

  it('cannot tell without the status, unless a header refuses', () => {
    expect(preflight({ status: null }, ACAO)).toEqual({ ok: null });
    expect(preflight({ status: null })).toMatchObject({ ok: false, reason: 'acao-missing' });
  });

  it.each([
    ['a 404, before any header', { status: 404 }, [], 'status'],
    ['a redirect', { status: 302 }, [ACAO], 'redirect'],
    ['a missing origin', {}, [], 'acao-missing'],
    ['a method not listed', { method: 'PUT' }, [ACAO, allowMethods('GET, POST')], 'method-refused'],
    [
      'a method in another case',
      { method: 'patch' },
      [ACAO, allowMethods('PATCH')],
      'method-refused',
    ],
    ['a method with no list', { method: 'DELETE' }, [ACAO], 'method-refused'],
    [
      '* for a method with credentials',
      { method: 'PUT', credentials: true },
      [ACAO, ACAC, allowMethods('*')],
      'method-refused',
    ],
  ] as const)('refuses %s', (_sentence, parts, headers, reason) => {
    expect(preflight(parts, ...headers)).toMatchObject({
      ok: false,
      reason,
      refusedHeaders: [],
      laxOnly: false,
    });
  });

  it('names the refused headers and all that have to be allowed', () => {
    const ask = ['authorization', 'content-type', 'dpop'];
    expect(preflight({ ask }, ACAO, allowHeaders('Content-Type'))).toEqual({
      ok: false,
      reason: 'header-refused',
      observed: 'Content-Type',
      expected: 'Access-Control-Allow-Headers: authorization, content-type, dpop',
      refusedHeaders: ['authorization', 'dpop'],
      laxOnly: false,
    });
  });

  it('marks Authorization under * as a matter of the browser', () => {
    const refusal = preflight({ ask: ['authorization', 'dpop'] }, ANY, allowHeaders('*'));
    expect(refusal).toMatchObject({ refusedHeaders: ['authorization'], laxOnly: true });
  });

  it('takes * for a header name when credentials are sent', () => {
    const refusal = preflight({ ask: ['dpop'], credentials: true }, ACAO, ACAC, allowHeaders('*'));
    expect(refusal).toMatchObject({
      reason: 'header-refused',
      refusedHeaders: ['dpop'],
      laxOnly: false,
    });
  });

  it.each([
    [{ ask: ['dpop'] }, [ACAO, ACAC, allowHeaders('*')]],
    [{ method: 'PUT' }, [ACAO, ACAC, allowMethods('*')]],
    [{}, [ANY]],
  ] as const)(
    'cannot tell what * means when the credentials mode is unknown: %j',
    (parts, headers) => {
      const ask = 'ask' in parts ? [...parts.ask] : [];
      expect(preflight({ ...parts, ask, credentials: null }, ...headers)).toEqual({ ok: null });
    },
  );

  it('still refuses what no credentials mode would allow', () => {
    expect(preflight({ ask: ['dpop'], credentials: null }, ANY)).toMatchObject({
      reason: 'header-refused',
    });
  });
});
