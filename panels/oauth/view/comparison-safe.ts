import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { memoised } from '../../../src/http/memo.ts';
import { hideIn } from './masking.ts';
import { secretsOfMessages } from './message-secrets.ts';
import { visible } from './visible.ts';

/** Two attempts whose texts stand beside each other. */
export interface TwoAttempts {
  readonly a: AnalysedFlow;
  readonly b: AnalysedFlow;
}

/** The secrets of both attempts. */
export const secretsOfBoth = memoised(({ a, b }: TwoAttempts): readonly string[] => [
  ...secretsOfMessages(a.flow.messages),
  ...secretsOfMessages(b.flow.messages),
]);

/** A text about both attempts, without their secrets. */
export function textOfBoth(text: string, both: TwoAttempts): string {
  return visible(hideIn(text, secretsOfBoth(both)));
}
