import { type Reference, toAttempt } from '../words/references.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { HINT_ROWS, SAME_REQUEST } from './hint-list.ts';
import { unresolved } from './unresolved.ts';

const MAX_HINTS = 3;

/** What a phrase of the hints stands for: the login that worked. */
export function hintReferences({ flow }: AnalysedFlow): readonly Reference[] {
  const request = flow.recording.otherSuccess(flow, 'login')?.request;
  return request ? [toAttempt(SAME_REQUEST, request)] : [];
}

/** Stands above the hints. */
export const HINTS_TITLE = 'What else to look at';

/**
 * What else to look at: at most three sentences for a failed flow whose cause is not known for
 * certain or lies out of sight. None for any other flow.
 */
export function hintsOf(analysed: AnalysedFlow): readonly string[] {
  const failure = unresolved(analysed);
  if (failure === null) return [];
  const texts: string[] = [];
  for (const { repeats, text } of HINT_ROWS) {
    if (texts.length === MAX_HINTS) break;
    if (repeats?.test(failure.told)) continue;
    const hint = text(failure);
    if (hint !== null) texts.push(hint);
  }
  return texts;
}
