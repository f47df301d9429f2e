import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { comparisonClause, comparisonOf, comparisonsOf } from '../../src/conclusion/comparisons.ts';
import { comparedText } from '../../src/flow/facts/comparison.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { settledSnapshotOf, snapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { login } from '../helpers/exchanges.ts';

// RFC 7636 appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function only(exchanges: readonly Exchange[]): AnalysedFlow {
  const flow = snapshotOf(exchanges).flows[0];
  if (!flow) throw new Error('no flow');
  return flow;
}

const results = (exchanges: readonly Exchange[]) =>
  Object.fromEntries(
    comparisonsOf(only(exchanges).flow).map(({ left, result }) => [left.name, result]),
  );

describe('what a clean login compares', () => {
  it('is equal', () => {
    expect(results(login())).toEqual({
      state: 'equal',
      code: 'equal',
      code_verifier: 'equal',
      redirect_uri: 'equal',
      client_id: 'equal',
      access_token: 'equal',
    });
  });

  it('has the computed hash beside the challenge', () => {
    const { flow } = only(login());
    const pkce = comparisonsOf(flow).find(({ left }) => left.name === 'code_verifier');
    expect(pkce).toMatchObject({
      left: { value: VERIFIER, computed: { how: 'S256', value: CHALLENGE } },
      right: { step: 0, name: 'code_challenge', value: CHALLENGE },
    });
    expect(pkce && comparisonClause(pkce)).toBe('its S256 is code_challenge of step 1');
  });
});

describe('a value that differs', () => {
  const other = 'x9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
  const broken = only(login({ challenge: other }));

  it('is the one that the finding points to', () => {
    const { cause } = broken.verdict;
    const found = cause && comparisonOf(cause, broken.flow);
    expect(found).toMatchObject({ result: 'differs', right: { value: other } });
    expect(found && comparisonClause(found)).toBe(
      'its S256 is not code_challenge of step 1: one character is another',
    );
  });
});

describe('a value without its counterpart', () => {
  it('is unknown, and says what is missing', () => {
    const [, ...rest] = login();
    const { flow } = only(rest);
    const found = comparisonsOf(flow).find(({ left }) => left.name === 'code_verifier');
    expect(found).toMatchObject({ result: 'unknown' });
    expect(found && comparisonClause(found)).toBe(
      'could not be compared: there is no code_challenge to compare it with',
    );
  });
});

describe('the comparisons of every capture', () => {
  it('show a cross only where a finding says so too', async () => {
    const wrong: string[] = [];
    for (const { path } of captures) {
      const { flows } = await settledSnapshotOf(exchangesOf(path));
      for (const { flow, findings } of flows) {
        const all = comparisonsOf(flow);
        for (const { left, right, result } of all) {
          const [a, b] = [comparedText(left), comparedText(right)];
          if (result === 'differs' && a === b) wrong.push(`${path}: ${left.name} differs`);
          if (result === 'equal' && (a === null || b === null)) wrong.push(`${path}: ${left.name}`);
        }
        for (const { left, result } of all) {
          const isSaid = findings.some(({ at }) => at?.name === left.name);
          if (result === 'differs' && !isSaid)
            wrong.push(`${path}: ${left.name} without a finding`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
