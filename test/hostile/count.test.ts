import { describe, expect, it, vi } from 'vitest';
import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange, login } from '../helpers/exchanges.ts';
import { expectLinear } from './growth.ts';
import { answered, asked, everything, reports, snapshotOf, TOKENS, verdict } from './recordings.ts';

// A busy machine is slow. The ratio shows excessive growth.
vi.setConfig({ testTimeout: 60_000 });

describe('very large numbers', () => {
  const parameters = (count: number) =>
    Array.from({ length: count }, (_, index) => `&p${index}=v${index}`).join('');
  const unlike = (index: number) => {
    const verifier = `ver1fier-${index}-`.padEnd(43, 'Q');
    return login({
      at: index * 5,
      state: `st4Te${index}xxxxQ`,
      code: `c0De${index}SplxlOBeZQ`,
      token: `tok3n${index}AbCdEf`,
      verifier,
      challenge: s256(verifier),
    });
  };
  const alike = (index: number) =>
    login({ at: index * 5, state: `st4Te${index}xxxxQ`, code: `c0De${index}SplxlOBeZQ` });
  const logins = (count: number, make: (index: number) => Exchange[]) =>
    Array.from({ length: count }, (_, index) => make(index)).flat();

  it.each([
    ['parameters in a URL', 100_000, (size: number) => asked(parameters(size))],
    ['parameters of one name', 100_000, (size: number) => asked('&scope=x'.repeat(size))],
    ['cookies', 10_000, (cookies: number) => answered(JSON.stringify(TOKENS), { cookies })],
    [
      'calls with one token',
      5_000,
      (size: number) => [
        ...login(),
        ...logins(size, (index) => [
          exchange(5 + index, {
            url: `https://api.example.com/things/${index}`,
            headers: { authorization: 'Bearer token-of-SplxlOBeZQQYbYS6WxSbIA' },
            destination: 'empty',
            mode: 'cors',
          }),
        ]),
      ],
    ],
  ])('of %s leave one login, in linear time', (_, size, make) => {
    expect(verdict(make(size)).outcome).toBe('succeeded');
    expectLinear(make, size / 10, everything);
  });

  it('of flows are all found', () => {
    const snapshot = snapshotOf(logins(5_000, unlike));
    expect(snapshot.flows).toHaveLength(5_000);
    expect(new Set(snapshot.flows.map(({ outcome }) => outcome))).toEqual(new Set(['succeeded']));
  });

  it.each([
    ['', unlike],
    [' with one challenge', alike],
  ])('of flows%s take linear time', (_, make) => {
    expectLinear(
      (size) => logins(size, make),
      1_000,
      (all) => void snapshotOf(all),
    );
  });

  it('of flows take linear time in reports', () => {
    expectLinear((size) => snapshotOf(logins(size, unlike)), 60, reports);
  });
});
