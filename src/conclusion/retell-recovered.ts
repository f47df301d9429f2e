import type { Effect, Finding } from '../checks/finding.ts';
import { type Step, storyOf } from '../flow/facts/story.ts';
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

/**
 * Makes notes of the findings on a failure that the attempt recovered from, and says what made up
 * for it. A note is never a cause.
 */
export function retellRecovered(findings: readonly Finding[], flow: Flow): readonly Finding[] {
  const story = storyOf(flow);
  return findings.map((finding) => {
    const step = finding.message === null ? null : story[finding.message];
    if (!step || step.recoveredBy === null || !OF_ONE_REQUEST.has(finding.effect)) return finding;
    return { ...finding, severity: 'info', effect: null, observed: told(finding, step, flow) };
  });
}

function told({ observed, message }: Finding, { recoveredBy }: Step, { messages }: Flow): string {
  const failed = message === null ? undefined : messages[message];
  const later = recoveredBy === null ? undefined : messages[recoveredBy];
  return failed && later ? `${observed} ${recovery(failed, later)}` : observed;
}

function recovery(failed: Message, later: Message): string {
  const after = span(later.exchange.startedAt - failed.exchange.startedAt);
  return later.kind === failed.kind
    ? `The ${kindWord(later.kind)} ${after} later worked.`
    : `The login went on all the same: the ${kindWord(later.kind)} ${after} later worked.`;
}
