import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { foldFindings, verdictOf } from '../../src/conclusion/verdict.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { login } from '../helpers/exchanges.ts';

function finding(check: string, message: number, more: Partial<Finding> = {}): Finding {
  return {
    check,
    message,
    severity: 'error',
    causedBy: null,
    certainty: 'certain',
    basis: 'computed',
    owner: 'client',
    at: null,
    title: check,
    observed: '',
    expected: null,
    why: '',
    fix: '',
    specs: [],
    explains: [],
    ...more,
  };
}

const causes = (findings: readonly Finding[]) =>
  foldFindings(findings).map(({ check, message, causedBy }) => [check, message, causedBy]);

describe('what a finding follows from', () => {
  it('came no later', () => {
    const cause = { explains: ['effect'] };
    expect(
      causes([finding('effect', 1), finding('cause', 3, cause), finding('effect', 4)]),
    ).toEqual([
      ['effect', 1, null],
      ['cause', 3, null],
      ['effect', 4, 'cause'],
    ]);
  });

  it('is known as well from the second finding of a check that explains other things', () => {
    const findings = [
      finding('cause', 1),
      finding('cause', 2, { explains: ['effect'] }),
      finding('effect', 3),
    ];
    expect(causes(findings).at(-1)).toEqual(['effect', 3, 'cause']);
  });
});

describe('the cause of a failure', () => {
  const [analysed] = snapshotOf(login()).flows;
  const causeOf = (findings: readonly Finding[]) =>
    analysed && verdictOf(analysed.flow, foldFindings(findings), 'failed').cause;
  const hidden = finding('hidden-by-cors', 2);
  const wrong = finding('wrong-value', 2, { explains: ['refusal'] });

  it('is what explains the refusal, not what hides it', () => {
    const refusal = finding('refusal', 2, { basis: 'reported' });
    expect(causeOf([hidden, wrong, refusal])).toBe('wrong-value');
  });

  it('does not lead for the refusal of another message', () => {
    const refusal = finding('refusal', 5, { basis: 'reported' });
    expect(causeOf([hidden, wrong, refusal])).toBe('hidden-by-cors');
  });
});
