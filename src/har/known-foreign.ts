import type { FileHead, ForeignFormat } from './foreign-format.ts';

const files = import.meta.glob<ForeignFormat>('./foreign/*.ts', {
  eager: true,
  import: 'default',
});

/** Every format that is known and is no HAR, by the name of its file. */
export const FOREIGN_FORMATS: ReadonlyMap<string, ForeignFormat> = new Map(
  Object.entries(files).map(([path, format]) => [path.slice('./foreign/'.length, -3), format]),
);

/** The format of a file without entries; null when it is not known. */
export function foreignFormat(head: FileHead): ForeignFormat | null {
  for (const format of FOREIGN_FORMATS.values()) if (format.looksLike(head)) return format;
  return null;
}
