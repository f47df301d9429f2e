import type { Analysis } from '../../src/checks/analysis.ts';
import { later } from './lazy.tsx';

/** The analysis with all its checks: a chunk of its own, because it grows with every check. */
const core = later(() => import('../../src/checks/analysis.ts'));

/** Loads the analysis; has to be done before the first `createAnalysis`. */
export async function loadCore(): Promise<void> {
  await core.load();
}

/** Makes an empty analysis. Throws when the core has not been loaded. */
export function createAnalysis(): Analysis {
  if (!core.loaded) throw new Error('The analysis has not been loaded.');
  return core.loaded.createAnalysis();
}
