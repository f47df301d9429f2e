import type { Finding } from '../../src/checks/finding.ts';

/** A finding. The test states only the parts that matter. */
export function finding(check: string, more: Partial<Finding> = {}): Finding {
  return {
    check,
    severity: 'error',
    certainty: 'certain',
    basis: 'observed',
    owner: 'client',
    effect: null,
    message: 0,
    at: null,
    title: `Title of ${check}`,
    observed: '',
    expected: null,
    why: 'Why it matters.',
    fix: 'Mend it.',
    specs: [],
    explains: [],
    causedBy: null,
    references: [],
    again: [],
    ...more,
  };
}
