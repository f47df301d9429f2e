import type { ToDevtools } from '../wire/devtools-port.ts';
import type { Held } from './hub-state.ts';

/** Memory of single events that outlives the background. */
export interface HeldMemory {
  /** Stores an event under a number. Resolves to whether there was room. */
  hold(number: number, held: Held): Promise<boolean>;
  release(numbers: readonly number[]): void;
}

/** Characters of all events that wait. Browsers give an extension 10 MB for a session. */
const LIMIT = 4_000_000;

interface Waiting {
  readonly number: number;
  readonly held: Held;
  readonly size: number;
}

/**
 * The events for devtools pages that are not connected. Each is stored alone, so that one more costs
 * what it weighs. When there is no room, the oldest are lost, and counted.
 */
export class HeldEvents {
  #memory: HeldMemory;
  #onLost: (root: number) => void;
  #waiting: Waiting[] = [];
  #size = 0;
  #next = 0;

  constructor(memory: HeldMemory, onLost: (root: number) => void) {
    this.#memory = memory;
    this.#onLost = onLost;
  }

  /** Takes over what an earlier background has stored. */
  restore(stored: readonly (readonly [number: number, held: Held])[]): void {
    for (const [number, held] of stored) {
      this.#push({ number, held, size: JSON.stringify(held).length });
      this.#next = Math.max(this.#next, number + 1);
    }
  }

  hold(root: number, message: ToDevtools): void {
    const held: Held = [root, message];
    const number = this.#next++;
    this.#push({ number, held, size: JSON.stringify(held).length });
    while (this.#size > LIMIT) this.#loseOldest();
    if (this.#waiting.at(-1)?.number === number) void this.#store(number, held);
  }

  /** Removes and returns the events for a tab's devtools page, in order. */
  takeFor(root: number): readonly ToDevtools[] {
    const mine = this.#waiting.filter(({ held }) => held[0] === root);
    this.#remove(mine);
    return mine.map(({ held }) => held[1]);
  }

  /** Forgets the events for devtools pages that do not come back. */
  keepOnly(isThere: (root: number) => boolean): void {
    this.#remove(this.#waiting.filter(({ held }) => !isThere(held[0])));
  }

  /** The browser may have less room than it says: then the oldest makes room, once. */
  async #store(number: number, held: Held): Promise<void> {
    if (await this.#memory.hold(number, held)) return;
    if (this.#waiting[0] && this.#waiting[0].number !== number) this.#loseOldest();
    if (await this.#memory.hold(number, held)) return;
    const stuck = this.#waiting.filter((one) => one.number === number);
    this.#remove(stuck);
    for (const one of stuck) this.#onLost(one.held[0]);
  }

  #push(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#size += waiting.size;
  }

  #loseOldest(): void {
    const [oldest] = this.#waiting;
    if (!oldest) return;
    this.#remove([oldest]);
    this.#onLost(oldest.held[0]);
  }

  #remove(gone: readonly Waiting[]): void {
    if (gone.length === 0) return;
    const numbers = new Set(gone.map(({ number }) => number));
    this.#waiting = this.#waiting.filter(({ number }) => !numbers.has(number));
    for (const { size } of gone) this.#size -= size;
    this.#memory.release([...numbers]);
  }
}
