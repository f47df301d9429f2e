import { kindsThat } from '../oauth/message-kinds.ts';
import type { Step } from './steps.ts';

/** A step, and the repetitions right after it. */
export interface StepRun {
  readonly step: Step;
  readonly again: readonly Step[];
}

/** Messages that clients repeat: polls of a device, calls of an API. */
const REPEATED = kindsThat(({ repeats }) => repeats === true);
/** Fewer repetitions are as short as their summary. */
const FEWEST = 2;

function says({ message, answer, values }: Step): string {
  const { method, url } = message.exchange.request;
  const carried = values.map(({ name, value }) => `${name}=${value}`);
  return [message.kind, method, url, answer.text, ...carried].join('\n');
}

function hasNothingOfItsOwn({ findings, elsewhere, unclear }: Step): boolean {
  return findings.length + elsewhere.length + unclear.length === 0;
}

/** Collapses repeated steps. A step with a finding stays separate. */
export function foldRepeats(steps: readonly Step[]): readonly StepRun[] {
  const runs: { step: Step; again: Step[] }[] = [];
  let last = '';
  for (const step of steps) {
    const run = runs.at(-1);
    const now = REPEATED.has(step.message.kind) ? says(step) : '';
    if (run && now !== '' && now === last && hasNothingOfItsOwn(step)) run.again.push(step);
    else runs.push({ step, again: [] });
    last = now;
  }
  return runs.flatMap((run) =>
    run.again.length < FEWEST
      ? [run.step, ...run.again].map((step) => ({ step, again: [] }))
      : [run],
  );
}
