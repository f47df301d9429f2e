import type { Check, Subject } from './check.ts';
import type { RegisteredCheck } from './run.ts';

const files = import.meta.glob<Check<Subject>>('./*/*.ts', { eager: true, import: 'default' });

const PATH = /^\.\/([^/]+)\/([^/]+)\.ts$/;

/** Every check, ordered by stage and id: the folder names the stage, the file the id. */
export const checks: readonly RegisteredCheck[] = Object.entries(files)
  .map(([path, check]) => {
    const [, stage = '', id = ''] = PATH.exec(path) ?? [];
    return { ...check, stage, id };
  })
  .sort((a, b) => compare(a.stage, b.stage) || compare(a.id, b.id));

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether there is nothing that the build has kept apart and `completeChecks` has not brought. */
export const areComplete = (): boolean =>
  checks.every(({ why, later }) => why !== '' && later !== true);

/** Adds what the build keeps apart of the checks, by the paths of their files. */
export function completeChecks(rest: Readonly<Record<string, Partial<Check>>>): void {
  for (const check of checks) {
    Object.assign(check, rest[`./${check.stage}/${check.id}.ts`], { later: false });
  }
}
