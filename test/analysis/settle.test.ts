import { afterEach, expect, it, vi } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import { Signatures } from '../../src/flow/signatures.ts';
import { login } from '../helpers/exchanges.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('goes on without signatures that cannot be verified, and says so', async () => {
  vi.spyOn(Signatures.prototype, 'settle').mockRejectedValue(new Error('the defect'));
  const analysis = createAnalysis();
  for (const one of login()) analysis.add(one);
  expect(await analysis.settle()).toBe(false);
  const { flows, gaps } = analysis.snapshot();
  expect(flows.map(({ outcome }) => outcome)).toEqual(['succeeded']);
  expect(gaps.map(({ text }) => text)).toContainEqual(expect.stringContaining('the defect'));
});
