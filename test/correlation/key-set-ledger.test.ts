import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/correlation/items-of.ts';
import { type Issuer, KeySetLedger } from '../../src/correlation/key-set-ledger.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange, START } from '../helpers/exchanges.ts';

const URL = 'https://as.example.com/jwks';
const ISSUER: Issuer = { name: 'https://as.example.com', spellings: [], keySets: [] };

const keySet = (at: number, kids: readonly string[], more: Partial<Exchange> = {}): Exchange => ({
  ...exchange(at, {
    url: URL,
    answerBody: { keys: kids.map((kid) => ({ kty: 'RSA', kid, n: 'AQ', e: 'AQAB' })) },
  }),
  id: `k${at}`,
  duration: 0,
  ...more,
});

function ledgerOf(exchanges: readonly Exchange[]): KeySetLedger {
  const ledger = new KeySetLedger();
  for (const one of exchanges) for (const item of itemsOf(one)) ledger.add(item);
  return ledger;
}

const kidsIn = (ledger: KeySetLedger): readonly (readonly unknown[])[] =>
  ledger.of(ISSUER).map(({ keys }) => keys.map(({ kid }) => kid));

describe('the ledger of key sets', () => {
  it('has the newest state first, each state once, in any order of arrival', () => {
    const all = [keySet(1, ['a']), keySet(2, ['a', 'b']), keySet(3, ['a'])];
    expect(kidsIn(ledgerOf(all))).toEqual([['a'], ['a', 'b']]);
    expect(kidsIn(ledgerOf(all.toReversed()))).toEqual([['a'], ['a', 'b']]);
    expect(ledgerOf(all).of(ISSUER)[0]?.asOf).toBe(START + 3_000);
  });

  it('does not take the time of a cache for that of the server', () => {
    const cached = keySet(9, ['old'], { fromCache: true });
    const aged = keySet(8, ['aged']);
    const age = {
      ...aged,
      response: aged.response && { ...aged.response, headers: [{ name: 'Age', value: '7' }] },
    };
    expect(kidsIn(ledgerOf([cached, age, keySet(2, ['new'])]))).toEqual([
      ['new'],
      ['aged'],
      ['old'],
    ]);
  });

  it('keeps one object for each key, and forgets a set that is removed', () => {
    const ledger = ledgerOf([keySet(1, ['a'])]);
    const before = ledger.of(ISSUER)[0]?.keys[0];
    const { version } = ledger;
    ledger.remove(keySet(1, ['a']).id);
    expect(ledger.of(ISSUER)).toEqual([]);
    expect(ledger.version).not.toBe(version);
    for (const item of itemsOf(keySet(1, ['a', 'b']))) ledger.add(item);
    expect(ledger.of(ISSUER)[0]?.keys[0]).toBe(before);
  });

  it('has the keys that a client publishes in its own document', () => {
    const clientId = 'https://client.example.com/client.json';
    const document = exchange(1, {
      url: clientId,
      answerBody: {
        client_id: clientId,
        jwks: { keys: [{ kty: 'RSA', kid: 'c', n: 'AQ', e: 'AQ' }] },
      },
    });
    const sets = ledgerOf([document]).of({ name: clientId, spellings: [clientId], keySets: [] });
    expect(sets.map(({ keys }) => keys[0]?.kid)).toEqual(['c']);
  });
});
