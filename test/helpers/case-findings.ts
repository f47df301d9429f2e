import type { Snapshot } from '../../src/analysis/analysis.ts';
import type { Finding, Pointer } from '../../src/checks/finding.ts';
import type { RegisteredCheck } from '../../src/checks/registry/run.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import type { Message } from '../../src/oauth/message.ts';

interface Placed {
  readonly finding: Finding;
  /** Null when the finding concerns the flow as a whole. */
  readonly message: Message | null;
  /** Null when the message belongs to no flow. */
  readonly flow: AnalysedFlow | null;
}

/**
 * The findings of a check in a case, one line each, in order of time and in the words of a case's
 * heading. A line names the message only if it is not the last one that the check looks at.
 */
export function reportsOf(snapshot: Snapshot, check: RegisteredCheck): readonly string[] {
  const messages = messagesOf(snapshot);
  const subjects = new Set<string>([check.subject].flat());
  const usual = messages.findLast(({ kind }) => subjects.has(kind)) ?? null;
  const order = ({ message }: Placed): number => (message ? messages.indexOf(message) : -1);
  return placedOf(snapshot, check)
    .sort((a, b) => order(a) - order(b))
    .map(({ finding, message }) => {
      const place = finding.at ? ` at ${pointerText(finding.at)}` : '';
      const where = message === usual ? '' : ` ${messageText(message, messages)}`;
      return `${finding.severity} for the ${finding.owner}${place}${where}`;
    });
}

/** How the flow with the first finding of a check ends. Null when no flow has one. */
export function conclusionOf(
  snapshot: Snapshot,
  check: RegisteredCheck,
): { readonly text: string; readonly isFailureByCheck: boolean } | null {
  const flow = placedOf(snapshot, check).find((placed) => placed.flow !== null)?.flow;
  if (!flow) return null;
  const { outcome, verdict } = flow;
  return {
    text: `${outcome}: ${verdict.text}`,
    isFailureByCheck: outcome === 'failed' && verdict.cause?.check === check.id,
  };
}

/** The findings of a check, each with its message and its flow. */
export function placedOf({ flows, outside }: Snapshot, { id }: RegisteredCheck): Placed[] {
  const placed = flows.flatMap((flow) =>
    flow.findings.map((finding): Placed => {
      const message = finding.message === null ? null : flow.flow.messages[finding.message];
      return { finding, message: message ?? null, flow };
    }),
  );
  const loose = outside.map((one): Placed => ({ ...one, flow: null }));
  return [...placed, ...loose].filter(({ finding }) => finding.check === id);
}

/** Every message that belongs to a flow or has a finding, in order of time. */
function messagesOf({ flows, outside }: Snapshot): readonly Message[] {
  const all = flows.flatMap(({ flow }) => flow.messages);
  return [...all, ...outside.map(({ message }) => message)].sort(
    (a, b) => a.exchange.startedAt - b.exchange.startedAt,
  );
}

function pointerText({ part, name }: Pointer): string {
  return name === null ? part : `${part} ${name}`;
}

/** The kind, with a number when the case has several messages of that kind. */
function messageText(message: Message | null, messages: readonly Message[]): string {
  if (message === null) return 'on the flow';
  const same = messages.filter(({ kind }) => kind === message.kind);
  return `in ${message.kind}${same.length < 2 ? '' : ` ${same.indexOf(message) + 1}`}`;
}
