import type { Check } from './check.ts';

/** What the index of the panel lacks of each check, by the path of its file; without a build, all. */
export const rest: Readonly<Record<string, Partial<Check>>> = import.meta.glob<Partial<Check>>(
  './*/*.ts',
  { eager: true, import: 'default', query: '?rest' },
);
