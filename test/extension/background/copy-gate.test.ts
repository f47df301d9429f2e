import { expect, it } from 'vitest';
import { CopyGate } from '../../../src/extension/background/copy-gate.ts';

it('a page may send a hundred copies in ten seconds, and more afterwards', () => {
  const gate = new CopyGate();
  const passed = Array.from({ length: 150 }, () => gate.lets(7, 1_000)).filter(Boolean);
  expect(passed).toHaveLength(100);
  expect(gate.lets(8, 1_000)).toBe(true);
  expect(gate.lets(7, 12_000)).toBe(true);
});
