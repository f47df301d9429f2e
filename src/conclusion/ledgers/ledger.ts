/** One row of a ledger in words. Every text may hold values of the recording. */
export interface LedgerRow {
  readonly mark: string;
  /** What the mark means. */
  readonly word: string;
  /** Whether something is wrong with it, so that it is not folded. */
  readonly isBad: boolean;
  readonly name: string;
  /** What it is, after its name; null when there is nothing to add. */
  readonly form: string | null;
  /** What became of it, in one sentence. */
  readonly text: string;
  /** What else is known, one thing a line. */
  readonly lines: readonly string[];
}

/** The tokens or the cookies of an attempt in words. */
export interface Ledger {
  readonly title: string;
  /** How many rows have which state: `3 valid; 1 cannot tell`. */
  readonly counts: string;
  /** What holds for all rows; null when there is nothing to say. */
  readonly note: string | null;
  /** What is wrong comes first. */
  readonly rows: readonly LedgerRow[];
  /** How many more there are. */
  readonly more: number;
}

/** More rows than these are counted. */
const MAX_ROWS = 50;

/** Makes a ledger; null without rows. */
export function ledgerOf(
  title: string,
  all: readonly LedgerRow[],
  note: string | null,
): Ledger | null {
  if (all.length === 0) return null;
  const words = new Map<string, number>();
  for (const { word } of all) words.set(word, (words.get(word) ?? 0) + 1);
  const sorted = [...all.filter(({ isBad }) => isBad), ...all.filter(({ isBad }) => !isBad)];
  return {
    title,
    counts: [...words].map(([word, times]) => `${times} ${word}`).join('; '),
    note,
    rows: sorted.slice(0, MAX_ROWS),
    more: Math.max(all.length - MAX_ROWS, 0),
  };
}

const MAX_STEPS = 6;

/** Steps in a sentence: `step 3`, `steps 3, 4 and 5`, `9 steps from step 3 on`. */
export function stepWords(messages: readonly number[]): string {
  const steps = [...new Set(messages)].map((message) => message + 1);
  const [first] = steps;
  if (steps.length > MAX_STEPS) return `${steps.length} steps from step ${first} on`;
  const last = steps.at(-1);
  return steps.length < 2 ? `step ${first}` : `steps ${steps.slice(0, -1).join(', ')} and ${last}`;
}
