/** What browsers with the File System Access API have beside the standard. */
interface ReadableHandle {
  readonly kind: 'file' | 'directory';
  queryPermission?(mode: { readonly mode: 'read' }): Promise<string>;
  requestPermission?(mode: { readonly mode: 'read' }): Promise<string>;
  getFile?(): Promise<File>;
}

const [NAME, STORE] = ['grantscope', 'file-handles'];

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const opened = await database();
    return await new Promise<T>((resolve, reject) => {
      const request = work(opened.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }).finally(() => opened.close());
  } catch {
    // Without storage, files have to be chosen again.
    return null;
  }
}

/** Keeps what points to a file, not what is in it. */
export async function rememberHandle(name: string, handle: FileSystemHandle): Promise<void> {
  await inStore('readwrite', (store) => store.put(handle, name));
}

export async function forgetHandle(name: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(name));
}

/** The file of a kept handle. Asks the user for the permission. Null when there is none. */
export async function handleOf(name: string): Promise<File | null> {
  const handle = await inStore<ReadableHandle | undefined>('readonly', (store) => store.get(name));
  if (handle?.kind !== 'file' || !handle.getFile) return null;
  try {
    const mode = { mode: 'read' } as const;
    let permission = (await handle.queryPermission?.(mode)) ?? 'denied';
    if (permission === 'prompt') permission = (await handle.requestPermission?.(mode)) ?? 'denied';
    return permission === 'granted' ? await handle.getFile() : null;
  } catch {
    // Chromium does not ask in a frame of another origin, which a panel is. The file may be gone, too.
    return null;
  }
}
