/** Values under keys, each with the exchanges that say so. A value goes with its last exchange. */
export class Postings {
  readonly #lists = new Map<string, Map<string, Set<string>>>();

  /** Adds a value, and returns what takes it away again. */
  add(key: string, value: string, by: string): () => void {
    const values = this.#lists.get(key) ?? new Map<string, Set<string>>();
    const sayers = values.get(value) ?? new Set<string>();
    this.#lists.set(key, values.set(value, sayers.add(by)));
    return () => {
      sayers.delete(by);
      if (sayers.size === 0) values.delete(value);
      if (values.size === 0) this.#lists.delete(key);
    };
  }

  /** The values under a key, sorted, so that the order of arrival does not matter. */
  get(key: string): readonly string[] {
    return [...(this.#lists.get(key)?.keys() ?? [])].sort();
  }

  has(key: string): boolean {
    return this.#lists.has(key);
  }

  keys(): Iterable<string> {
    return this.#lists.keys();
  }
}
