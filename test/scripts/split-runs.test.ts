import { expect, it } from 'vitest';

type Part = { readonly seed: number; readonly runs: number };
const { splitRuns } = (await import(
  new URL('../../scripts/lib/split-runs.mjs', import.meta.url).href
)) as { splitRuns: (runs: number, seed: number, size: number) => readonly Part[] };

it('every run is in one part, and each part has its own seed', () => {
  const parts = splitRuns(1_050, 7, 250);
  expect(parts.map(({ runs }) => runs)).toEqual([250, 250, 250, 250, 50]);
  expect(new Set(parts.map(({ seed }) => seed)).size).toBe(5);
  expect(splitRuns(1_050, 7, 250)).toEqual(parts);
});
