import type { Check } from './check.ts';

/** What the build keeps apart of each check, by the path of its file; without a build, all of it. */
export const rest: Readonly<Record<string, Partial<Check>>> = import.meta.glob<Partial<Check>>(
  './*/*.ts',
  { eager: true, import: 'default', query: '?rest' },
);
