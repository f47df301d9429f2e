import type { Recording } from '../http/recording.ts';
import { mergeSources } from '../recorders/merge-sources.ts';
import { createAnalysis } from './analysis.ts';
import { settledSnapshot } from './settled-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** What a whole recording shows, with everything that can become known of signatures. */
export async function analyseRecording(recording: Recording): Promise<Snapshot> {
  const { exchanges, navigations, gaps, sources } = recording;
  const analysis = createAnalysis();
  if (recording.redaction) analysis.addNote(recording.redaction);
  for (const gap of gaps) analysis.addGap(gap);
  // What several recorders saw is merged already when it was written from an analysis.
  const isMerged = exchanges.some(({ clock }) => clock !== undefined);
  for (const [index, { file }] of isMerged ? [] : sources.entries()) {
    analysis.addSource(index, file, mergeSources);
  }
  for (const exchange of exchanges) analysis.add(exchange);
  for (const navigation of navigations) analysis.addNavigation(navigation);
  const snapshot = await settledSnapshot(analysis);
  const recorded = sources.reduce((sum, source) => sum + source.exchanges, 0);
  return { ...snapshot, exchanges: Math.max(recorded, snapshot.exchanges) };
}
