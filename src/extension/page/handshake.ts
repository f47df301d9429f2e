/**
 * How the two scripts in a page find each other: the copier says the name of the event by which it
 * hands over copies. Either script may run first.
 */
export const TELL = 'grantscope';
/** The relay asks for the name. */
export const ASK = 'grantscope ask';

/** The relay has got the name. */
export const heardEvent = (name: string): string => `${name} heard`;
/** The page is not recorded: the copier gives back what it replaced. */
export const stopEvent = (name: string): string => `${name} stop`;
