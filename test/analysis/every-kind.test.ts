import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/registry/index.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { kindOf, MESSAGE_KINDS } from '../../src/oauth/message-kinds.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { type ExchangeSketch, exchange } from '../helpers/exchanges.ts';

/** The same exchange if nothing listened at its address. */
function refused(sketch: ExchangeSketch): Exchange {
  return {
    ...exchange(0, sketch),
    response: null,
    failure: { reason: 'connection-refused', text: 'net::ERR_CONNECTION_REFUSED' },
  };
}

describe('a request that fails on its way is judged, whatever its kind', () => {
  test('a FedCM assertion', () => {
    const [flow] = snapshotOf([
      refused({
        url: 'https://idp.example.com/fedcm/assertion',
        headers: { 'sec-fetch-dest': 'webidentity' },
        body: 'account_id=7&client_id=spa&nonce=n-5c1',
      }),
    ]).flows;
    expect(flow?.outcome).toBe('failed');
    expect(flow?.verdict.cause?.check).toBe('network-connection-refused');
  });

  test('a login that another site asks for', () => {
    const [flow] = snapshotOf([
      refused({
        url: 'https://app.example.com/login?iss=https%3A%2F%2Fas.example.com&login_hint=7&target_link_uri=https%3A%2F%2Fapp.example.com%2F',
      }),
    ]).flows;
    expect(flow?.outcome).toBe('failed');
    expect(flow?.verdict.cause?.check).toBe('network-connection-refused');
  });

  test.each(MESSAGE_KINDS.map(({ kind }) => kind))('%s', (kind) => {
    const watching = checks.filter(({ subject }) => [subject].flat().includes(kind));
    expect(watching.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'network-connection-refused',
        'network-dns-failure',
        'network-reset',
      ]),
    );
  });
});

test('every kind has a word and two lanes', () => {
  for (const kind of MESSAGE_KINDS) {
    expect(kind.word, kind.kind).toMatch(/^[A-Za-z]/);
    expect(kindOf({ kind: kind.kind } as never)).toBe(kind);
  }
});
