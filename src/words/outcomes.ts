/** Every outcome in one character. */
export const OUTCOMES = { succeeded: '✔', failed: '✖', unfinished: '…', unknown: '◌' } as const;

/**
 * How a flow ended; the names that JSON reports use. They are the words for people as well.
 * `unknown`: the decisive part is not in the recording.
 */
export type Outcome = keyof typeof OUTCOMES;

/** How a flow ended, in one character. */
export const outcomeMark = (outcome: Outcome): string => OUTCOMES[outcome];
