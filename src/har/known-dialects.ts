import type { Dialect } from './dialect.ts';
import type { Loose } from './loose.ts';

const files = import.meta.glob<Dialect>('./dialects/*.ts', { eager: true, import: 'default' });

/** Every dialect, by the name of its file. */
export const DIALECTS: ReadonlyMap<string, Dialect> = new Map(
  Object.entries(files).map(([path, dialect]) => [path.slice('./dialects/'.length, -3), dialect]),
);

/** The dialect of the program that signed a file (HAR 1.2 `creator.name`). */
export function dialectOfCreator(name: string): Dialect | null {
  for (const dialect of DIALECTS.values()) if (dialect.creator?.test(name)) return dialect;
  return null;
}

/** The dialect of an entry, by the fields that only one program writes. */
export function dialectOfEntry(entry: Loose): Dialect | null {
  for (const dialect of DIALECTS.values()) if (dialect.looksLike(entry)) return dialect;
  return null;
}
