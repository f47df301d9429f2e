import type { Snapshot } from '../../src/analysis/analysis.ts';
import type { Finding } from '../../src/checks/finding.ts';
import type { Message } from '../../src/oauth/message.ts';
import { worstFlowsFirst } from '../../src/report/worst-first.ts';
import { signMark } from '../../src/words/outcomes.ts';
import { placeWord } from '../../src/words/places.ts';

const HEAD = `What the report says first of every capture: the verdict of each flow, then its findings with
severity, check, place and owner. Ports differ from capture to capture and are left out.
Written by test/captures-verdicts.test.ts.
`;

/** The page of all verdicts. Recorders with the same conclusion on a scenario share their lines. */
export function verdictPage(
  recordings: readonly {
    readonly scenario: string;
    readonly recorder: string;
    readonly snapshot: Snapshot;
    /** Names the values of the recording in a text, because each run has others. */
    readonly redact: (text: string) => string;
  }[],
): string {
  const recorders = new Map<string, Map<string, string[]>>();
  for (const { scenario, recorder, snapshot, redact } of recordings) {
    const bySaid = recorders.get(scenario) ?? new Map<string, string[]>();
    const said = verdictLines(snapshot, redact)
      .map((line) => `  ${line}\n`)
      .join('');
    bySaid.set(said, [...(bySaid.get(said) ?? []), recorder]);
    recorders.set(scenario, bySaid);
  }
  const blocks = [...recorders].flatMap(([scenario, bySaid]) =>
    [...bySaid].map(([said, names]) => `${scenario} (${names.join(', ')})\n${said}`),
  );
  return [HEAD, ...blocks].join('\n');
}

function verdictLines(snapshot: Snapshot, redact: (text: string) => string): readonly string[] {
  const flows = worstFlowsFirst(snapshot.flows).flatMap(({ flow, verdict, findings }) => [
    `${signMark(verdict.sign)} ${flow.grant}: ${withoutPorts(redact(verdict.text))}`,
    ...findings.map((one) => `  ${findingLine(one, flow.messages[one.message ?? -1])}`),
  ]);
  const outside = snapshot.outside.map(
    ({ finding, message }) => `not part of a flow: ${findingLine(finding, message)}`,
  );
  const lines = [...flows, ...outside];
  return lines.length > 0 ? lines : ['No OAuth flow was found.'];
}

function findingLine(finding: Finding, message: Message | undefined): string {
  const { severity, check, owner, causedBy } = finding;
  const place = [message?.kind ?? 'flow', placeWord(finding.at)].filter(Boolean).join(' ');
  const follows = causedBy === null ? '' : ` · follows from ${causedBy.check}`;
  return `${severity} ${check} · ${place} · ${owner}${follows}`;
}

function withoutPorts(text: string): string {
  return text.replace(/\b(localhost|127\.0\.0\.1):\d+/g, '$1');
}
