import type { Subject } from './check.ts';

/**
 * What a login begins with. Whoever has the tab open sees that first; checks of what follows are
 * loaded by then, or are waited for.
 */
export const FIRST: ReadonlySet<Subject> = new Set<Subject>(['flow', 'authorization-request']);
