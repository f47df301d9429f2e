import { breathe, createPace } from '../http/pace.ts';
import type { Recording } from '../http/recording.ts';
import { mergeSources } from '../recorders/merge-sources.ts';
import { createAnalysis } from './analysis.ts';
import { settledSnapshot } from './settled-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What a whole recording shows, with everything that can become known of signatures. It pauses, so
 * that a panel can draw.
 */
export async function analyseRecording(
  recording: Recording,
  signal?: AbortSignal,
): Promise<Snapshot> {
  const { exchanges, navigations, gaps, sources } = recording;
  const analysis = createAnalysis();
  if (recording.redaction) analysis.addNote(recording.redaction);
  for (const gap of gaps) analysis.addGap(gap);
  for (const rehearsal of recording.rehearsals ?? []) analysis.addRehearsal(rehearsal);
  // What several recorders saw is merged already when it was written from an analysis.
  const isMerged = exchanges.some(({ clock }) => clock !== undefined);
  for (const [index, { file }] of isMerged ? [] : sources.entries()) {
    analysis.addSource(index, file, mergeSources);
  }
  const pace = createPace();
  for (const exchange of exchanges) {
    analysis.add(exchange);
    if (!pace.isDue()) continue;
    await breathe();
    signal?.throwIfAborted();
    pace.rested();
  }
  for (const navigation of navigations) analysis.addNavigation(navigation);
  const snapshot = await settledSnapshot(analysis);
  const recorded = sources.reduce((sum, source) => sum + source.exchanges, 0);
  return { ...snapshot, exchanges: Math.max(recorded, snapshot.exchanges) };
}
