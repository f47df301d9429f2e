import type { Check, Subject } from './check.ts';
import type { RegisteredCheck } from './run.ts';

const files = import.meta.glob<Check<Subject>>('./*/*.ts', { eager: true, import: 'default' });

const PATH = /^\.\/([^/]+)\/([^/]+)\.ts$/;

/** Every check, ordered by stage and id: the folder names the stage, the file the id. */
export const checks: RegisteredCheck[] = Object.entries(files).map(register).sort(inOrder);

function register([path, check]: readonly [string, Check<Subject>]): RegisteredCheck {
  const [, stage = '', id = ''] = PATH.exec(path) ?? [];
  return { ...check, stage, id };
}

function inOrder(a: RegisteredCheck, b: RegisteredCheck): number {
  return compare(a.stage, b.stage) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether there is nothing that the build keeps apart and `completeChecks` has not brought. */
export const areComplete = (): boolean => checks.every(({ why }) => why !== '');

/** Adds what the build keeps apart, by the paths of the files: the prose of some, others whole. */
export function completeChecks(rest: Readonly<Record<string, Partial<Check>>>): void {
  for (const [path, part] of Object.entries(rest)) {
    const [, stage, id] = PATH.exec(path) ?? [];
    const known = checks.find((check) => check.stage === stage && check.id === id);
    if (known) Object.assign(known, part);
    else checks.push(register([path, part as Check<Subject>]));
  }
  checks.sort(inOrder);
}
