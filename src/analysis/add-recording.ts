import type { Recording } from '../http/recording.ts';
import type { Analysis } from './snapshot.ts';

/**
 * Adds a whole recording. What several recorders saw is merged in it already, so do not announce its
 * sources to an analysis of it alone.
 */
export function addRecording(analysis: Analysis, recording: Recording): void {
  if (recording.redaction) analysis.addNote(recording.redaction);
  for (const gap of recording.gaps) analysis.addGap(gap);
  for (const exchange of recording.exchanges) analysis.add(exchange);
  for (const navigation of recording.navigations) analysis.addNavigation(navigation);
}
