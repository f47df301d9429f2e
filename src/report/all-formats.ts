import type { Format } from './format.ts';

const files = import.meta.glob<Format>('./formats/*.ts', { eager: true, import: 'default' });

/** Every format by its name, in alphabetical order. */
export const formats: ReadonlyMap<string, Format> = new Map(
  Object.entries(files)
    .map(([path, format]) => [path.slice('./formats/'.length, -'.ts'.length), format] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
