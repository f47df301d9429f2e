import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/http/exchange.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { spa } from '../../traffic/clients.ts';
import { login } from '../../traffic/sketch.ts';

/** The checks that accuse, and the kinds of gaps. */
function told(exchanges: readonly Exchange[]) {
  const { flows, gaps } = snapshotOf(exchanges);
  return {
    accused: flows
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity !== 'info')
      .map(({ check }) => check)
      .sort(),
    gaps: gaps.map(({ kind }) => kind),
  };
}

describe('values that somebody replaced', () => {
  it('accuse nobody, and are a gap', () => {
    const replaced = login({
      ...spa,
      request: { state: '[state]', code_challenge: '[code_challenge]' },
      response: { code: '[code]', state: '[state]' },
      redeem: { code: '[code]', code_verifier: '[code_verifier]' },
    });
    expect(told(replaced)).toEqual({ accused: [], gaps: ['sanitized-file'] });
  });

  it('are found by one value under many names', () => {
    const replaced = login({
      ...spa,
      request: { state: 'gone', nonce: 'gone', code_challenge: 'gone' },
      response: { code: 'gone', state: 'gone' },
      redeem: { code: 'gone', code_verifier: 'gone' },
    });
    expect(told(replaced).accused).toEqual([]);
  });

  it('leave other values to the checks', () => {
    const wrong = login({
      ...spa,
      request: { state: '[state]' },
      response: { state: '[state]' },
      redeem: { code_verifier: 'too-short' },
    });
    expect(told(wrong)).toEqual({
      accused: ['pkce-verifier-malformed', 'pkce-verifier-mismatch'],
      gaps: ['sanitized-file'],
    });
  });

  it('are not what a client forgot to fill in', () => {
    const wrong = login({ ...spa, redeem: { code_verifier: 'undefined' } });
    expect(told(wrong).accused).toContain('pkce-verifier-malformed');
    expect(told(wrong).gaps).toEqual([]);
  });
});
