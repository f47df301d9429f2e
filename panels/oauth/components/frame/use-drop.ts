import { useEffect, useState } from 'preact/hooks';
import type { GivenFile } from '../../model/recent-files.ts';
import type { Store } from '../../model/store.ts';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** What Chromium has beside the standard. */
interface Item extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** The dropped files. The browser gives their handles during the event only. */
function droppedFiles({ dataTransfer }: DragEvent): readonly GivenFile[] {
  const items: readonly Item[] = [...(dataTransfer?.items ?? [])];
  const handles = items
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.getAsFileSystemHandle?.().catch(() => null));
  return [...(dataTransfer?.files ?? [])].map((file, index) => {
    const handle = handles[index];
    const { name, size } = file;
    return { name, size, stream: () => file.stream(), ...(handle && { handle }) };
  });
}

/** Takes files that are dropped anywhere. True while files are over the panel. */
export function useDrop(store: Store): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      void store.import(droppedFiles(event));
    };
    const listeners = { dragover: onOver, dragleave: onLeave, drop: onDrop } as const;
    const entries = Object.entries(listeners) as [keyof typeof listeners, typeof onDrop][];
    for (const [name, listener] of entries) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) document.removeEventListener(name, listener);
    };
  }, [store]);
  return over;
}
