import { wait } from './wait.ts';

/**
 * Shows where the login is before the page leaves. Firefox keeps nothing of a page that leaves at
 * once.
 */
export function tellWhereTo(): Promise<void> {
  return wait(800);
}
