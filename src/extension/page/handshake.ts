/**
 * How the two scripts in a page find each other. `copy.ts` tells `relay.ts` the secret name of the
 * event that carries the copies. Either script may run first.
 */
export const TELL = 'grantscope';
/** The relay asks for the name. */
export const ASK = 'grantscope ask';

/** The relay has got the name. */
export const heardEvent = (name: string): string => `${name} heard`;
/** The page is not recorded, so `copy.ts` restores what it replaced. */
export const stopEvent = (name: string): string => `${name} stop`;
