const WINDOW = 10_000;
const MAX_PER_WINDOW = 100;

/** Lets so many copies of a tab pass in ten seconds: a page can make as many as it likes. */
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
