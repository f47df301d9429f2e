import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  areComplete,
  awaitsChecks,
  completeChecks,
  createAnalysis,
} from '../src/analysis/analysis.ts';
import { checks } from '../src/checks/index.ts';
import { rest } from '../src/checks/rest.ts';
import { readCases } from './helpers/http-cases.ts';

const ID = 'userinfo-failed';
const file = join(import.meta.dirname, `checks/userinfo/${ID}.http`);
const failing = readCases(readFileSync(file, 'utf8')).find(({ verdict }) => verdict === 'reports');

/** As the build leaves a check of a message that comes after the first ones of a login. */
function cutOff(): void {
  const index = checks.findIndex(({ id }) => id === ID);
  if (index < 0) throw new Error('There is no such check.');
  checks.splice(index, 1);
  for (const check of checks) Object.assign(check, { why: '', fix: '', specs: [] });
  completeChecks({});
}

it('judges again when the checks are whole', () => {
  const all = checks.map(({ id }) => id);
  expect(areComplete()).toBe(true);
  cutOff();
  expect(areComplete()).toBe(false);
  const analysis = createAnalysis();
  for (const exchange of failing?.exchanges ?? []) analysis.add(exchange);
  const early = analysis.snapshot();
  const found = () =>
    analysis
      .snapshot()
      .flows.flatMap(({ findings }) => findings.filter(({ check }) => check === ID));
  expect(found()).toEqual([]);
  expect(awaitsChecks(early)).toBe(true);
  completeChecks(rest);
  expect(areComplete()).toBe(true);
  expect(checks.map(({ id }) => id)).toEqual(all);
  expect(found()).toEqual([]);
  analysis.judgeAgain();
  expect(found()[0]?.fix).not.toBe('');
});
