import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../src/conclusion/steps.ts';
import { messageWord } from '../../../src/words/kinds.ts';
import { OUTSIDE } from './outside-flow.ts';

/** A reference to a place of the recording. Both numbers start at 1. */
export interface PlaceReference {
  readonly flow: number;
  readonly step: number | null;
}

const PATTERN = /^\s*flow (\d{1,6})(?:, step (\d{1,6})(?: \([^()]*\))?)?\s*$/i;

const numbered = (flows: readonly AnalysedFlow[]) =>
  flows.filter(({ flow }) => flow.id !== OUTSIDE);

/**
 * A place as text: `flow 2, step 4 (token request)`. The same recording has the same numbers
 * wherever it is opened. Null outside any flow.
 */
export function placeText(
  flows: readonly AnalysedFlow[],
  { flow }: AnalysedFlow,
  step: Step | null,
): string | null {
  const index = numbered(flows).findIndex((one) => one.flow.id === flow.id);
  if (index < 0) return null;
  if (!step) return `flow ${index + 1}`;
  return `flow ${index + 1}, step ${step.index + 1} (${messageWord(step.message)})`;
}

/** Reads such a text. Null for any other text. */
export function parsePlace(text: string): PlaceReference | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, flow, step] = match;
  return { flow: Number(flow), step: step === undefined ? null : Number(step) };
}

/** The flow of a reference. Null when the recording has fewer. */
export function flowAt(
  flows: readonly AnalysedFlow[],
  { flow }: PlaceReference,
): AnalysedFlow | null {
  return numbered(flows)[flow - 1] ?? null;
}
