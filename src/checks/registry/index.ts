import type { Check, Subject } from '../check.ts';
import type { RegisteredCheck } from './run.ts';

const files = import.meta.glob<Check<Subject>>(
  ['../*/*.ts', '!../registry/*.ts', '!../shared/*.ts'],
  { eager: true, import: 'default' },
);

const PATH = /^\.\.\/([^/]+)\/([^/]+)\.ts$/;

/** Every check, ordered by stage and id: the folder names the stage, the file the id. */
export const checks: readonly RegisteredCheck[] = Object.entries(files)
  .map(register)
  .sort((a, b) => compare(a.stage, b.stage) || compare(a.id, b.id));

function register([path, check]: readonly [string, Check<Subject>]): RegisteredCheck {
  const [, stage = '', id = ''] = PATH.exec(path) ?? [];
  return { ...check, stage, id };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
