import type { Effect, Finding } from '../checks/finding.ts';
import { storyOf } from '../flow/facts/story.ts';
import type { Flow } from '../flow/flow.ts';
import type { Message } from '../oauth/message.ts';
import { kindWord } from '../words/kinds.ts';
import { span } from '../words/times.ts';

/** Effects on one request only. They are over when its purpose was reached later. */
const OF_ONE_REQUEST: ReadonlySet<Effect | null> = new Set<Effect>([
  'request-fails',
  'withheld-from-page',
  'ended-by-page',
]);

/** Whether the finding says what became of its request, whatever came later. */
function isOnOneRequest({ effect }: Finding): boolean {
  return OF_ONE_REQUEST.has(effect);
}

/** Whether the finding is over when the purpose of its request was reached later. */
export function isOfOneRequest(finding: Finding): boolean {
  return finding.severity !== 'info' && isOnOneRequest(finding);
}

/** A failure that was made up for: a note, which says how. A note is never a cause. */
export function asNote(finding: Finding, how: string): Finding {
  return { ...finding, severity: 'info', observed: `${finding.observed} ${how}` };
}

/** Makes notes of the findings on a failure that the attempt recovered from. */
export function retellRecovered(findings: readonly Finding[], flow: Flow): readonly Finding[] {
  const story = storyOf(flow);
  return findings.map((finding) => {
    const { message } = finding;
    const by = message === null ? null : (story[message]?.recoveredBy ?? null);
    const failed = message === null ? undefined : flow.messages[message];
    const later = by === null ? undefined : flow.messages[by];
    if (!failed || !later || !isOnOneRequest(finding)) return finding;
    return asNote(finding, recovery(failed, later));
  });
}

function recovery(failed: Message, later: Message): string {
  const after = span(later.exchange.startedAt - failed.exchange.startedAt);
  return later.kind === failed.kind
    ? `The ${kindWord(later.kind)} ${after} later worked.`
    : `The login went on all the same: the ${kindWord(later.kind)} ${after} later worked.`;
}
