import type { Analysis, Snapshot } from './snapshot.ts';

/** The snapshot once nothing more can become known of signatures, for reports. */
export async function settledSnapshot(analysis: Analysis): Promise<Snapshot> {
  let snapshot = analysis.snapshot();
  while (await analysis.settle()) snapshot = analysis.snapshot();
  return snapshot;
}
