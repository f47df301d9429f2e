import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import type { Exchange, Gap, Navigation } from '../http/exchange.ts';
import type { Recording, RecordingSource, RedactionNote } from '../http/recording.ts';
import type { RehearsalNote } from '../http/rehearsal-note.ts';
import type { Steps } from '../http/stepwise.ts';
import type { Message } from '../oauth/message.ts';
import type { MergeSources } from '../recorders/sources.ts';
import type { OutsideFinding } from './outside.ts';

/** Everything that is known at one moment. Unchanged flows keep their identity between snapshots. */
export interface Snapshot {
  /** Ordered by start. */
  readonly flows: readonly AnalysedFlow[];
  readonly outside: readonly OutsideFinding[];
  /**
   * Messages that belong to no flow, in time order, without calls whose token was not seen being
   * issued.
   */
  readonly loose: readonly Message[];
  readonly gaps: readonly Gap[];
  /** Faults that the user switched on, in the order in which that was done. */
  readonly rehearsals: readonly RehearsalNote[];
  /** Set when values of the recording were replaced before it was read. */
  readonly redaction: RedactionNote | null;
  /** Milliseconds that were added to the times of a source, by its index. */
  readonly clockShifts: ReadonlyMap<number, number>;
  /** How many exchanges were added, relevant or not. */
  readonly exchanges: number;
  /** How many OAuth messages were recognised. */
  readonly messages: number;
}

/** The whole core. It is incremental: exchanges may come out of order and more than once. */
export interface Analysis {
  /**
   * Announces one of several sources before its exchanges are added: what to call it (the name of its
   * file) and how sources are merged, which few recordings need (`recorders/merge-sources.ts`).
   */
  addSource(source: number, name: string, merge: MergeSources): void;
  /** Adds an exchange, or replaces the one with the same id. */
  add(exchange: Exchange): void;
  /** Forgets an exchange, because its recorder does not hold it any more. */
  remove(id: string): void;
  /** Whether an exchange shares a code, a token or another such value with what was added. */
  knows(exchange: Exchange): boolean;
  addNavigation(navigation: Navigation): void;
  addGap(gap: Gap): void;
  /** Adds a line of the journal, or replaces the one with the same id. */
  addRehearsal(rehearsal: RehearsalNote): void;
  /** Adds what a redacted recording says about itself; call it before its exchanges are added. */
  addNote(note: RedactionNote): void;
  /**
   * Everything that is held, in time order: a new analysis of it has the same snapshot. The caller
   * names the sources.
   */
  recording(sources: readonly RecordingSource[]): Recording;
  /** Forgets everything. */
  clear(): void;
  /** Recomputes only what changed since the last call. */
  snapshot(): Snapshot;
  /** The snapshot in steps. The next one shows what is added between them, and `clear` voids them. */
  steps(): Steps<Snapshot>;
  /**
   * Verifies signatures that the last snapshot needed, a limited number in each call. When the result
   * is true, the next snapshot knows more. Never rejects.
   */
  settle(): Promise<boolean>;
}
