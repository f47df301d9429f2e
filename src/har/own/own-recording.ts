import * as v from 'valibot';
import type { Exchange } from '../../http/exchange.ts';
import type { Recording, RecordingSource } from '../../http/recording.ts';
import { isRecord } from '../loose.ts';
import { RecordingNote } from './own-schema.ts';

/** What a file of Grantscope says beside its entries. */
export type OwnRecording = Omit<Recording, 'exchanges'>;

/** Reads `log._grantscope`; otherwise the rest of a sentence that begins with the name of it. */
export function ownRecording(note: unknown): OwnRecording | string {
  const read = v.safeParse(RecordingNote, note);
  if (read.success) {
    const { version: _, ...recording } = read.output;
    return recording;
  }
  const version = isRecord(note) ? note.version : null;
  return typeof version === 'number' && version > 1
    ? 'is of a newer version of Grantscope'
    : 'is damaged';
}

/** The recordings of one file as one, with the sources of the first; null when there is none. */
export function ownParts(recordings: readonly OwnRecording[]): OwnRecording | null {
  const [first] = recordings;
  if (!first) return null;
  const rehearsals = recordings.flatMap((one) => one.rehearsals ?? []);
  return {
    ...first,
    navigations: recordings.flatMap(({ navigations }) => navigations),
    gaps: recordings.flatMap(({ gaps }) => gaps),
    ...(rehearsals.length > 0 ? { rehearsals } : {}),
  };
}

const UNNAMED: RecordingSource = { file: '', recorder: '', exchanges: 0 };

/** The recording with a source for each exchange, also when the file does not name it. */
export function withAllSources(
  own: OwnRecording | null,
  exchanges: readonly Exchange[],
  first: number,
): OwnRecording {
  const { sources = [], ...rest } = own ?? { navigations: [], gaps: [] };
  const count = exchanges.reduce((most, { source }) => Math.max(most, source - first + 1), 1);
  const missing = Math.max(0, count - sources.length);
  return { ...rest, sources: [...sources, ...Array<RecordingSource>(missing).fill(UNNAMED)] };
}
