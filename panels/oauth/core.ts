import { signal } from '@preact/signals';
import type { Analysis, Snapshot } from '../../src/analysis/analysis.ts';
import type { MergeSources } from '../../src/recorders/sources.ts';
import { later } from './lazy.tsx';

/** The analysis with what its checks need for a first verdict. */
const core = later(() => import('../../src/analysis/analysis.ts'));

/** What checks explain and advise, and the checks of all but the first messages of a login. */
const rest = later(async () => {
  const [analysis, parts] = await Promise.all([core.load(), import('../../src/checks/rest.ts')]);
  analysis.completeChecks(parts.rest);
  isWhole.value = true;
  return true;
});

/** What makes one recording of several files. */
const merging = later(() => import('../../src/recorders/merge-sources.ts'));

/** Loads what a file needs before it can be a source. */
export async function loadMerging(): Promise<MergeSources> {
  return (await merging.load()).mergeSources;
}

/** Whether the checks are whole; what was judged before has to be judged again. */
export const isWhole = signal(false);

/** Loads the analysis; has to be done before the first `createAnalysis`. */
export async function loadCore(): Promise<void> {
  const analysis = await core.load();
  isWhole.value = analysis.areComplete();
}

/** Loads what the checks lack. */
export async function loadRest(): Promise<void> {
  if (!isWhole.value) await rest.load();
}

/** Makes an empty analysis. Throws when the core has not been loaded. */
export function createAnalysis(): Analysis {
  if (!core.loaded) throw new Error('The analysis has not been loaded.');
  return core.loaded.createAnalysis();
}

/** Whether a snapshot is not worth showing before `loadRest` has done its work. */
export function awaitsRest(snapshot: Snapshot): boolean {
  return !isWhole.value && (core.loaded?.awaitsChecks(snapshot) ?? false);
}
