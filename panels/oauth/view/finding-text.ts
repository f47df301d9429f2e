import type { Finding } from '../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { besideHeadline } from '../../../src/conclusion/verdict.ts';
import type { Message } from '../../../src/oauth/message.ts';
import { confidence } from '../../../src/words/certainty.ts';
import { signMark } from '../../../src/words/outcomes.ts';
import { ownerWord } from '../../../src/words/owners.ts';
import { hideIn } from './masking.ts';
import { secretsOfMessages } from './message-secrets.ts';
import { inShownTimes } from './time.ts';
import { visible } from './visible.ts';

/**
 * Makes a text safe to show. Findings quote the recording, so this hides its secrets and shows
 * invisible characters. Moments are in the form that the user has chosen.
 */
export function safeText(text: string, messages: readonly Message[]): string {
  return pasteText(inShownTimes(text, messages[0]?.exchange.startedAt), messages);
}

/** The same for other places: moments stay in UTC. */
function pasteText(text: string, messages: readonly Message[]): string {
  return visible(hideIn(text, secretsOfMessages(messages)));
}

/** Lines without the empty ones, as text to paste. */
function pasted(lines: readonly (string | null)[], { flow }: AnalysedFlow): string {
  return lines.flatMap((line) => (line ? [pasteText(line, flow.messages)] : [])).join('\n');
}

const specsOf = ({ specs }: Finding): readonly string[] =>
  specs.map(({ label, url }) => `${label}: ${url}`);

/** A finding as text to paste. */
export function findingText(finding: Finding, analysed: AnalysedFlow): string {
  return pasted(
    [
      `${finding.severity}: ${finding.title}`,
      finding.observed && `Observed: ${finding.observed}`,
      finding.expected && `Expected: ${finding.expected}`,
      finding.why && `Why it matters: ${finding.why}`,
      finding.fix && `Fix (${ownerWord(finding.owner)}): ${finding.fix}`,
      `Confidence: ${confidence(finding)}`,
      ...specsOf(finding),
    ],
    analysed,
  );
}

/** The verdict as text to paste: what happened, what to do, the owner, the confidence. */
export function verdictText(analysed: AnalysedFlow): string {
  const { cause, sign, headline, detail, context } = analysed.verdict;
  const beside = besideHeadline(analysed.verdict);
  return pasted(
    [
      `${signMark(sign)} ${headline}`,
      detail,
      context,
      beside && `${beside.title}: ${beside.observed}`,
      cause && cause.severity !== 'info' ? `Do this: ${cause.fix}` : null,
      cause && `Owner: ${ownerWord(cause.owner)}. Confidence: ${confidence(cause)}.`,
      ...(cause ? specsOf(cause) : []),
    ],
    analysed,
  );
}
