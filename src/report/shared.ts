import type { Snapshot } from '../analysis/analysis.ts';
import type { Recording, RedactionNote } from '../http/recording.ts';

/** A redacted recording with its own analysis: all that a format may write. */
export interface Shared {
  readonly recording: Recording & { readonly redaction: RedactionNote };
  /** The analysis of the redacted recording, so that no value can come back in a sentence. */
  readonly snapshot: Snapshot;
  /** Writes the names of placeholders where their stand-ins are. */
  readonly name: (text: string) => string;
}
