import type { Effect, Finding } from '../checks/finding.ts';
import { storyOf } from '../flow/facts/story.ts';
import type { Flow } from '../flow/flow.ts';
import type { Message } from '../oauth/message.ts';
import { kindWord } from '../words/kinds.ts';
import { type Reference, toMessage } from '../words/references.ts';
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
export function asNote(finding: Finding, how: string, by: Reference): Finding {
  const references = [...finding.references, by];
  return { ...finding, severity: 'info', observed: `${finding.observed} ${how}`, references };
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
    const after = `${span(later.exchange.startedAt - failed.exchange.startedAt)} later`;
    const words = `The ${kindWord(later.kind)} ${after}`;
    return asNote(finding, recovery(failed, later, words), toMessage(words, later));
  });
}

function recovery(failed: Message, later: Message, words: string): string {
  return later.kind === failed.kind
    ? `${words} worked.`
    : `The login went on all the same. ${words} worked.`;
}
