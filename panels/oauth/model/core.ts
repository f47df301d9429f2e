import type { Analysis } from '../../../src/analysis/analysis.ts';
import type { MergeSources } from '../../../src/recorders/sources.ts';
import { later } from './lazy.tsx';

/** The analysis with all checks. The frame of the panel is drawn before it. */
const core = later(() => import('../../../src/analysis/analysis.ts'));

/** The sources that join several files into one recording. */
const merging = later(() => import('../../../src/recorders/merge-sources.ts'));

/** Loads the code that a file needs before it can be a source. */
export async function loadMerging(): Promise<MergeSources> {
  return (await merging.load()).mergeSources;
}

/** Loads the analysis. It must run before the first `createAnalysis`. */
export async function loadCore(): Promise<void> {
  await core.load();
}

/** Makes an empty analysis. Throws when the core has not been loaded. */
export function createAnalysis(): Analysis {
  if (!core.loaded) throw new Error('The analysis has not been loaded.');
  return core.loaded.createAnalysis();
}
