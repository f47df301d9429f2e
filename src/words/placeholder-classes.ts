import type { PlaceholderClass } from '../http/recording.ts';
import { count } from './numbers.ts';

const CLASSES: Readonly<Record<PlaceholderClass, string>> = {
  secret: 'secret',
  'one-time': 'one-time value',
  traceable: 'token or session id',
  personal: 'personal value',
  host: 'host name',
  tenant: 'tenant id',
  value: 'other value',
};

/** The classes, from the one that gives most access. */
export const placeholderClasses = Object.keys(CLASSES) as readonly PlaceholderClass[];

/** How many values of each class there are: `3 secrets`, `1 host name`. */
export function classCounts(classes: readonly PlaceholderClass[]): readonly string[] {
  return placeholderClasses.flatMap((name) => {
    const number = classes.filter((one) => one === name).length;
    return number === 0 ? [] : [classCount(name, number)];
  });
}

/** How many values of a class there are: `3 one-time values`. */
export function classCount(name: PlaceholderClass, number: number): string {
  return count(number, CLASSES[name]);
}

/** Whether a value of the class gives access to something. */
export const givesAccess = (name: PlaceholderClass): boolean =>
  name === 'secret' || name === 'one-time';
