import type { Finding } from '../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { Message } from '../../../src/oauth/message.ts';
import { confidence } from '../../../src/words/certainty.ts';
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

/** A finding as text to paste. */
export function findingText(finding: Finding, { flow }: AnalysedFlow): string {
  const lines = [
    `${finding.severity}: ${finding.title}`,
    finding.observed && `Observed: ${finding.observed}`,
    finding.expected && `Expected: ${finding.expected}`,
    finding.why && `Why it matters: ${finding.why}`,
    finding.fix && `Fix (${ownerWord(finding.owner)}): ${finding.fix}`,
    `Confidence: ${confidence(finding)}`,
    ...finding.specs.map(({ label, url }) => `${label}: ${url}`),
  ];
  return lines
    .filter((line) => line)
    .map((line) => pasteText(String(line), flow.messages))
    .join('\n');
}

/** The verdict as text to paste: the sentence, the owner, the confidence and the fix. */
export function verdictText(analysed: AnalysedFlow): string {
  const { cause } = analysed.verdict;
  const lines = [analysed.verdict.text];
  if (cause) {
    lines.push(`Owner: ${ownerWord(cause.owner)}. Confidence: ${confidence(cause)}.`);
    lines.push(`Fix: ${cause.fix}`, ...cause.specs.map(({ label, url }) => `${label}: ${url}`));
  }
  return lines.map((line) => pasteText(line, analysed.flow.messages)).join('\n');
}
