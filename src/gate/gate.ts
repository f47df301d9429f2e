import type { Aim, Hit } from './confirm.ts';
import { RECIPES } from './recipes.ts';
import { search } from './search.ts';
import type { SoughtValue } from './sought.ts';

export type { SoughtValue } from './sought.ts';

/** A place of a finished text that shows a value. */
export interface Leak {
  readonly name: string;
  /** How the value is written there: `base64url, percent-encoded`. */
  readonly encoding: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** How a long search is watched and ended. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** The share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Milliseconds of work before others have their turn. */
const TURN = 12;

/** Finds collected values in a finished text, in every encoding. It shares no code with redaction. */
export function findLeaks(text: string, sought: readonly SoughtValue[]): readonly Leak[] {
  const steps = search(text, sought);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return leaksOf(text, step.value);
  }
}

/** The same, with pauses, so that a panel stays responsive. */
export async function findLeaksInTurns(
  text: string,
  sought: readonly SoughtValue[],
  { signal, onProgress }: Watch = {},
): Promise<readonly Leak[]> {
  const steps = search(text, sought);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return leaksOf(text, step.value);
    if (performance.now() - since < TURN) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** The places of hits, in the order of the text. Of hits inside each other the outer one counts. */
function leaksOf(text: string, hits: readonly Hit[]): readonly Leak[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const leaks: Leak[] = [];
  const ends = new Map<string, number>();
  let line = 1;
  let lineStart = 0;
  for (const { aim, recipe, start, end } of sorted) {
    const { name } = aim.pattern.sought;
    if (end <= (ends.get(name) ?? -1)) continue;
    ends.set(name, end);
    for (let at = text.indexOf('\n', lineStart); at >= 0 && at < start; ) {
      line += 1;
      lineStart = at + 1;
      at = text.indexOf('\n', lineStart);
    }
    leaks.push({ name, encoding: encodingOf(aim, recipe), line, column: start - lineStart + 1 });
  }
  return leaks;
}

function encodingOf({ pattern }: Aim, recipe: number): string {
  const encoding = RECIPES[recipe]?.name ?? 'as it is';
  if (pattern.kind === 'start') return `${encoding}, its first characters`;
  if (pattern.kind === 'end') return `${encoding}, its last characters`;
  return encoding;
}
