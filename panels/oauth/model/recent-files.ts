import { forgetHandle, handleOf, rememberHandle } from './file-handles.ts';
import type { ImportedFile } from './import-files.ts';
import type { Setting } from './settings.ts';

const MOST = 8;

/** A file that the user gave to the panel, with what lets it be read again where the browser has that. */
export interface GivenFile extends ImportedFile {
  readonly handle?: Promise<FileSystemHandle | null>;
}

/** The files that were opened last. Only their names are stored, never what is in them. */
export class RecentFiles {
  readonly #names: Setting<readonly string[]>;
  /** The files of this session. They can be read again until DevTools close. */
  readonly #files = new Map<string, ImportedFile>();

  constructor(names: Setting<readonly string[]>) {
    this.#names = names;
    let before = names.value;
    names.subscribe((now) => {
      for (const gone of before.filter((name) => !now.includes(name))) {
        this.#files.delete(gone);
        void forgetHandle(gone);
      }
      before = now;
    });
  }

  note(files: readonly GivenFile[]): void {
    for (const file of files) {
      this.#files.set(file.name, file);
      void file.handle?.then((handle) => handle && rememberHandle(file.name, handle));
    }
    const names = files.map(({ name }) => name);
    this.#names.value = [...new Set([...names, ...this.#names.value])].slice(0, MOST);
  }

  /** The file as it is now. Null when the browser wants the user to choose it again. */
  async open(name: string): Promise<ImportedFile | null> {
    const file = this.#files.get(name);
    if (file && (await isReadable(file))) return file;
    return (await handleOf(name)) ?? null;
  }
}

/** A file that has changed on the disk since it was chosen cannot be read any more. */
async function isReadable(file: ImportedFile): Promise<boolean> {
  try {
    const reader = file.stream().getReader();
    await reader.read();
    await reader.cancel();
    return true;
  } catch {
    return false;
  }
}
