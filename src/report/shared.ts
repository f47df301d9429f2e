import type { Snapshot } from '../analysis/analysis.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Recording, RedactionNote } from '../http/recording.ts';

/** A redacted recording with an analysis: all that a format may write. */
export interface Shared {
  readonly recording: Recording & { readonly redaction: RedactionNote };
  /**
   * The analysis of the redacted recording, so that no value can come back in a sentence. In a report
   * in words it is the analysis of the recording itself, and `name` replaces the values.
   */
  readonly snapshot: Snapshot;
  /** Writes the names of placeholders where stand-ins or values are. */
  readonly name: (text: string) => string;
  /** The URL of a request with the names of placeholders; without it, `name` writes them. */
  readonly urlOf?: (exchange: Exchange) => string;
}
