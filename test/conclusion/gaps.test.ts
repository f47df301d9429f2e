import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { login } from '../helpers/exchanges.ts';

function gapKinds(exchanges: readonly (Exchange | undefined)[]): readonly string[] {
  const analysis = createAnalysis();
  for (const exchange of exchanges) if (exchange) analysis.add(exchange);
  return analysis.snapshot().gaps.map(({ kind }) => kind);
}

function withoutAnswer(exchange: Exchange | undefined): Exchange | undefined {
  return exchange?.response
    ? { ...exchange, response: { ...exchange.response, body: { unknown: 'page-left' } } }
    : exchange;
}

describe('gaps', () => {
  it('has none for a login that was seen from end to end', () => {
    expect(gapKinds(login())).toEqual([]);
  });

  it('says that the token request was not seen', () => {
    expect(gapKinds(login().slice(0, 4))).toEqual(['back-channel']);
  });

  it('says that the login was elsewhere', () => {
    expect(gapKinds(login().slice(4))).toEqual(['popup']);
  });

  it('says that the beginning was not recorded', () => {
    expect(gapKinds(login().slice(2))).toEqual(['lost-exchange']);
  });

  it('says that the answer of the token endpoint could not be read', () => {
    const [request, page, post, callback, token] = login();
    expect(gapKinds([request, page, post, callback, withoutAnswer(token)])).toEqual(['lost-body']);
  });
});
