import type { RehearsalNote } from '../../http/rehearsal-note.ts';
import type { Rehearsal } from '../handover.ts';

const MAX_NOTES = 500;

/** Remembers every fault that was switched on, also those that no request met. */
export class RehearsalJournal {
  #notes = new Map<string, RehearsalNote>();
  #cleared = new Map<string, RehearsalNote>();
  #tell: (note: RehearsalNote) => void;

  constructor(tell: (note: RehearsalNote) => void) {
    this.#tell = tell;
  }

  get all(): readonly RehearsalNote[] {
    return [...this.#notes.values()];
  }

  /** Notes how a rehearsal stands. A wait for the application is no news. */
  write({ id, fault, title, armedAt, hits, ended }: Rehearsal): void {
    const before = this.#notes.get(id);
    if (before && before.ended === ended && before.hits.length === hits.length) return;
    const endedAt = ended === null ? null : (before?.endedAt ?? Date.now());
    const note = { id, fault, title, armedAt, endedAt, ended, hits };
    this.#notes.set(id, note);
    const [oldest] = this.#notes.keys();
    if (this.#notes.size > MAX_NOTES && oldest !== undefined) this.#notes.delete(oldest);
    this.#tell(note);
  }

  clear(): void {
    this.#cleared = this.#notes;
    this.#notes = new Map();
  }

  /** Brings back what was cleared last. */
  restore(): void {
    this.#notes = new Map([...this.#cleared, ...this.#notes]);
  }
}
