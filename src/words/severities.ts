const MARKS = { error: '✖', warning: '⚠', info: 'ℹ' } as const;

/**
 * error: the flow fails or a secret is exposed now; warning: works, but against a MUST or SHOULD.
 * The names are the words for people as well.
 */
export type Severity = keyof typeof MARKS;

/** The severity in one character. */
export const severityMark = (severity: Severity): string => MARKS[severity];

const ORDER = Object.keys(MARKS);

/** Negative when the first of two severities is worse. */
export function compareSeverities(a: Severity, b: Severity): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
