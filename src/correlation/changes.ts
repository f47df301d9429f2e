/** Tells those who asked about something that it has changed. Each thing has a name, such as a key. */
export class Changes {
  readonly #listeners: ((name: string) => void)[] = [];

  listen(listener: (name: string) => void): void {
    this.#listeners.push(listener);
  }

  note(name: string): void {
    for (const listener of this.#listeners) listener(name);
  }
}
