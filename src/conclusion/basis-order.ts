import type { Basis, Finding } from '../checks/finding.ts';

const BASES: readonly Basis[] = ['computed', 'reported', 'observed', 'heuristic'];

/** Negative when the first of two findings rests on better evidence. */
export function compareBasis(a: Pick<Finding, 'basis'>, b: Pick<Finding, 'basis'>): number {
  return BASES.indexOf(a.basis) - BASES.indexOf(b.basis);
}
