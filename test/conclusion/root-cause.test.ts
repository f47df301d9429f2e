import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { foldFindings } from '../../src/conclusion/fold-findings.ts';
import { rootCause } from '../../src/conclusion/root-cause.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { login } from '../helpers/exchanges.ts';
import { finding } from '../helpers/findings.ts';

const [analysed] = snapshotOf(login()).flows;

const causeOf = (findings: readonly Finding[]): Finding | null => {
  if (!analysed) throw new Error('These exchanges make no flow.');
  return rootCause(foldFindings(findings), 'failed', analysed.flow);
};

const cause = (findings: readonly Finding[]) => causeOf(findings)?.check;

describe('the cause of a failure', () => {
  const computed = { basis: 'computed', message: 2 } as const;
  const hidden = finding('hidden-by-cors', computed);
  const wrong = finding('wrong-value', { ...computed, explains: ['refusal'] });
  const refusal = finding('refusal', { ...computed, basis: 'reported' });

  it('is the finding that explains the refusal, not the one that hides it', () => {
    expect(cause([hidden, wrong, refusal])).toBe('wrong-value');
  });

  it('is what is certain, not what is only likely', () => {
    const likely = { ...wrong, check: 'likely-value', certainty: 'likely' } as const;
    expect(cause([likely, wrong, refusal])).toBe('wrong-value');
    expect(cause([likely, refusal])).toBe('likely-value');
  });

  it('does not rank first for the refusal of another message', () => {
    expect(cause([hidden, wrong, { ...refusal, message: 5 }])).toBe('hidden-by-cors');
  });

  it('is the finding at the step that failed, when its check reports at several steps', () => {
    const explaining = { basis: 'heuristic', explains: ['refusal'] } as const;
    const earlier = finding('weak', { ...explaining, severity: 'warning', message: 1 });
    const later = finding('weak', { ...explaining, severity: 'warning', message: 3 });
    const refused = { ...refusal, message: 4 };
    expect(causeOf([earlier, later, refused])).toMatchObject({
      check: 'weak',
      message: 3,
    });
  });
});

describe('the cause in a login that worked', () => {
  it('is what stops the user afterwards, not what is only unsafe', () => {
    if (!analysed) throw new Error('These exchanges make no flow.');
    const unsafe = finding('unsafe', { message: 1 });
    const stopping = finding('refused', { message: 5, effect: 'request-fails' });
    expect(rootCause([unsafe, stopping], 'succeeded', analysed.flow)?.check).toBe('refused');
    const harmless = { ...stopping, severity: 'warning' } as const;
    expect(rootCause([unsafe, harmless], 'succeeded', analysed.flow)?.check).toBe('unsafe');
  });
});
