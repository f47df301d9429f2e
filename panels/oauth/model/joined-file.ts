import type { OwnRecording } from '../../../src/har/own/own-recording.ts';
import type { Exchange, Gap } from '../../../src/http/exchange.ts';
import type { RecordingSource } from '../../../src/http/recording.ts';

/** A file: the recording of another recorder. */
export interface JoinedFile {
  readonly name: string;
  /** Index of its first source. */
  readonly source: number;
  readonly exchanges: readonly Exchange[];
  readonly gaps: readonly Gap[];
  /** The program that wrote it, and its number of entries, kept or not. */
  readonly recorder: string;
  readonly total: number;
  /** What a file of Grantscope says besides. */
  readonly own: OwnRecording | null;
}

/** The sources of a file. Only a file of Grantscope can have several. */
export function sourcesOf({ name, recorder, total, own }: JoinedFile): readonly RecordingSource[] {
  if (own && own.sources.length > 0) return own.sources;
  return [{ file: name, recorder, exchanges: total }];
}
