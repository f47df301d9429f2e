import type { Finding } from '../../src/checks/finding.ts';
import type { Verdict } from '../../src/conclusion/analysed-flow.ts';
import { plainVerdict } from '../../src/conclusion/verdict.ts';
import type { Sign } from '../../src/words/outcomes.ts';

/** A verdict with a text of the test's choice. */
export function verdict(text: string, sign: Sign, cause: Finding | null = null): Verdict {
  return { ...plainVerdict(text, sign), cause };
}
