import type { Exchange, Gap, Navigation } from './exchange.ts';
import type { RehearsalNote } from './rehearsal-note.ts';

/** One file or recorder of a recording. */
export interface RecordingSource {
  /** File name without folders; the name of a recorder where there is no file. */
  readonly file: string;
  /** The program that wrote it. */
  readonly recorder: string;
  /** Entries in the file, kept or not. */
  readonly exchanges: number;
}

/** Everything that an analysis is made of, whoever recorded it. */
export interface Recording {
  readonly exchanges: readonly Exchange[];
  readonly navigations: readonly Navigation[];
  readonly gaps: readonly Gap[];
  /** Faults that the user switched on meanwhile. Absent when there were none. */
  readonly rehearsals?: readonly RehearsalNote[];
  /** By the index that `Exchange.source` names. */
  readonly sources: readonly RecordingSource[];
  /** Set when the values were replaced before it was written. */
  readonly redaction?: RedactionNote;
}

/** Why a value is replaced. */
export type PlaceholderClass =
  | 'secret'
  | 'one-time'
  | 'traceable'
  | 'personal'
  | 'tenant'
  | 'host'
  | 'value';

/** A replaced value: its name, what stands for it, and what may be known of it. */
export interface Placeholder {
  /** As people see it: `‹code-1›`. Equal values have one name. */
  readonly name: string;
  /** `code`, `access-token`, `person`; never a name that came from the network. */
  readonly label: string;
  readonly class: PlaceholderClass;
  /** The text that stands in the recording instead, with the same shape where that tells nothing. */
  readonly standIn: string;
  /** Characters of the value; null when even that reveals too much (passwords, people). */
  readonly length: number | null;
  /** How often it was replaced. */
  readonly times: number;
}

/** What a redacted recording says about itself, and what can no longer be computed from it. */
export interface RedactionNote {
  readonly version: 1;
  readonly placeholders: readonly Placeholder[];
  /** What was known of the signature of a token, by its text in the redacted recording. */
  readonly signatures: Readonly<Record<string, CarriedSignature>>;
  /** What a reader can no longer see, one sentence each. */
  readonly hides: readonly string[];
}

/** The answer about one signature, of `src/flow/signatures.ts`, without its key set. */
export interface CarriedSignature {
  readonly is: string;
  readonly kid: string | null;
  /** Address of the key set that was used; null when there was none. */
  readonly keys: string | null;
}
