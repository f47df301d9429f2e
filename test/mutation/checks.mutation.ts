import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checks } from '../../src/checks/registry/index.ts';
import type { RegisteredCheck } from '../../src/checks/registry/run.ts';
import { everythingIn, snapshotOf } from '../helpers/analyse.ts';
import { conclusionOf, reportsOf } from '../helpers/case-findings.ts';
import { type HttpCase, readCases } from '../helpers/http-cases.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Whether a case of the check holds, by the same comparison as in `test/checks.test.ts`. */
function holds(check: RegisteredCheck, one: HttpCase): boolean {
  const snapshot = snapshotOf(one.exchanges);
  if (reportsOf(snapshot, check).join('\n') !== one.reports.join('\n')) return false;
  if (one.concludes !== null)
    return conclusionOf(snapshot, check)?.text.startsWith(one.concludes) === true;
  const isUnclear = everythingIn(snapshot).unclear.some((entry) => entry.check === check.id);
  return one.verdict !== 'cannot tell' || isUnclear;
}

describe('without the body of the check, a case fails', () => {
  it.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
    const path = join(import.meta.dirname, '../checks', check.stage, `${id}.http`);
    const cases = readCases(readFileSync(path, 'utf8'));
    expect(cases.every((one) => holds(check, one))).toBe(true);
    vi.spyOn(check, 'check').mockImplementation(function* () {});
    expect(cases.every((one) => holds(check, one))).toBe(false);
  });
});
