import { expect } from 'vitest';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import { formats } from '../../src/report/all-formats.ts';
import { written } from '../helpers/shared-report.ts';

/** Expects that no check failed, and that no sentence has a value that could not be told. */
export function expectShown(snapshot: Snapshot): void {
  const findings = snapshot.flows.flatMap((flow) => flow.findings);
  expect(findings.filter(({ check }) => check === 'internal-error')).toEqual([]);
  expect(written(formats.get('text'), snapshot)).not.toMatch(
    /Invalid Date|\bNaN\b|\[object Object\]|\bInfinity\b/,
  );
}
