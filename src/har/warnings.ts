const MAX_WARNINGS = 20;

/** The first warnings about a file, and the number of the others. */
export class Warnings {
  #said: string[] = [];
  #unsaid = 0;

  add(text: string): void {
    if (this.#said.length < MAX_WARNINGS) this.#said.push(text);
    else this.#unsaid += 1;
  }

  list(): readonly string[] {
    return this.#unsaid > 0 ? [...this.#said, `and ${this.#unsaid} more of these`] : this.#said;
  }
}
