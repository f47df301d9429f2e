import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checks } from '../../src/checks/registry/index.ts';
import type { RegisteredCheck } from '../../src/checks/registry/run.ts';
import { everythingIn, settledSnapshotOf } from '../helpers/analyse.ts';
import { conclusionOf, reportsOf } from '../helpers/case-findings.ts';
import { type HttpCase, readCases } from '../helpers/http-cases.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Whether a case of the check holds, by the same comparison as in `test/checks.test.ts`. */
async function holds(check: RegisteredCheck, one: HttpCase): Promise<boolean> {
  const snapshot = await settledSnapshotOf(one.exchanges);
  if (reportsOf(snapshot, check).join('\n') !== one.reports.join('\n')) return false;
  if (one.concludes !== null)
    return conclusionOf(snapshot, check)?.text.startsWith(one.concludes) === true;
  const isUnclear = everythingIn(snapshot).unclear.some((entry) => entry.check === check.id);
  return one.verdict !== 'cannot tell' || isUnclear;
}

/** Whether all cases of the check hold. */
async function allHold(check: RegisteredCheck, cases: readonly HttpCase[]): Promise<boolean> {
  for (const one of cases) if (!(await holds(check, one))) return false;
  return true;
}

describe('without the body of the check, a case fails', () => {
  it.each(checks.map((check) => [check.id, check] as const))('%s', async (id, check) => {
    const path = join(import.meta.dirname, '../checks', check.stage, `${id}.http`);
    const cases = readCases(readFileSync(path, 'utf8'));
    expect(await allHold(check, cases)).toBe(true);
    vi.spyOn(check, 'check').mockImplementation(function* () {});
    expect(await allHold(check, cases)).toBe(false);
  });
});
