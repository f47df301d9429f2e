import { signal } from '@preact/signals';
import type { ImportedFile, ImportOutcome, ImportProgress } from './import-files.ts';
import { later } from './lazy.tsx';
import type { Session } from './session.ts';

const reading = later(() => import('./import-files.ts'));

type Read = Extract<ImportOutcome, { readonly ok: true }>;

/** Reads one selection of files at a time, and knows its progress. */
export class Imports {
  readonly progress = signal<ImportProgress | null>(null);
  readonly error = signal<string | null>(null);
  #abort: AbortController | null = null;

  /** The recording, or null when it was cancelled or could not be read (`error` says why). */
  async read(files: readonly ImportedFile[], shown: Session): Promise<Read | null> {
    const [first] = files;
    if (!first) return null;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.error.value = null;
    this.progress.value = { file: first.name, size: first.size, bytesRead: 0, entries: 0 };
    try {
      const { importFiles } = await reading.load();
      const result = await importFiles(files, shown, {
        signal: abort.signal,
        onProgress: (progress) => {
          if (this.#abort === abort) this.progress.value = progress;
        },
      });
      if (!result.ok) this.error.value = result.message;
      // Files that have joined the shown recording stay, even after Cancel.
      else if (!abort.signal.aborted || result.session === shown) return result;
    } catch (error) {
      if (!abort.signal.aborted) this.error.value = String(error);
    } finally {
      if (this.#abort === abort) this.progress.value = null;
    }
    return null;
  }

  cancel(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.progress.value = null;
  }
}
