import type { RecorderEvent, RecorderListener } from '../handover.ts';

/** Who hears of a recording. */
export class RecorderListeners {
  #all = new Set<RecorderListener>();

  /** Returns the function that takes the listener away again. */
  add(listener: RecorderListener): () => void {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  tell(event: RecorderEvent): void {
    for (const listener of [...this.#all]) this.tellOne(listener, event);
  }

  /** Calling a panel that was closed or reloaded throws. It hears no more then. */
  tellOne(listener: RecorderListener, event: RecorderEvent): void {
    try {
      listener(event);
    } catch {
      this.#all.delete(listener);
    }
  }
}
