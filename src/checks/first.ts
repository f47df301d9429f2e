import type { Subject } from './check.ts';

/**
 * What a login is made of until the authorization server answers. Whoever has the tab open sees that
 * first; checks of what follows are loaded by then, or are waited for.
 */
export const FIRST: ReadonlySet<Subject> = new Set<Subject>([
  'flow',
  'authorization-request',
  'interaction',
  'landing',
  'preflight',
]);
