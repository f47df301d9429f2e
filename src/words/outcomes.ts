const OUTCOMES = ['succeeded', 'failed', 'unfinished', 'unknown'] as const;

/**
 * How a flow ended; the names that JSON reports use. They are the words for people as well.
 * `unknown`: the decisive part is not in the recording.
 */
export type Outcome = (typeof OUTCOMES)[number];

const SIGNS = {
  good: '✔',
  bad: '✖',
  open: '…',
  unknown: '◌',
  recovered: '↺',
  rehearsed: '⚑',
} as const;

/**
 * What a flow looks like at a glance. It speaks of the same thing as the sentence beside it: a login
 * that succeeded and whose token the API refuses is `bad`, and one that failed before a later attempt
 * worked is `recovered`. One that failed of a fault that the user switched on is `rehearsed`.
 */
export type Sign = keyof typeof SIGNS;

/** The sign in one character. */
export const signMark = (sign: Sign): string => SIGNS[sign];

/** How a flow ended, in words that fit its sign. */
export function endingWord(outcome: Outcome, sign: Sign): string {
  if (sign === 'recovered') return `${outcome}, worked later`;
  if (sign === 'rehearsed') return `${outcome}, rehearsed by you`;
  return sign === 'bad' && outcome !== 'failed' ? `${outcome}, with an error` : outcome;
}
