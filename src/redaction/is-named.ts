import type { Secret } from './collect.ts';

/** Whether a parameter, header or cookie of such a name held the value. */
export function isNamed({ names }: Secret, wanted: RegExp): boolean {
  for (const name of names) if (wanted.test(name)) return true;
  return false;
}
