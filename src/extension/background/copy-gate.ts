const WINDOW = 10_000;
const MAX_PER_WINDOW = 100;

/** Limits how many copies a tab gets through in ten seconds, because pages can forge any number. */
export class CopyGate {
  #since = Number.NEGATIVE_INFINITY;
  #counts = new Map<number, number>();

  lets(tabId: number, now: number): boolean {
    if (now - this.#since > WINDOW) {
      this.#since = now;
      this.#counts.clear();
    }
    const count = (this.#counts.get(tabId) ?? 0) + 1;
    this.#counts.set(tabId, count);
    return count <= MAX_PER_WINDOW;
  }
}
