import type { Finding } from '../checks/finding.ts';
import { requestLine, storyOf } from '../flow/facts/story.ts';
import type { Flow } from '../flow/flow.ts';
import { memoised } from '../http/memo.ts';
import type { Message } from '../oauth/message.ts';
import { span } from '../words/times.ts';

/** What makes two requests with one URL different requests. */
const VALUES = ['grant_type', 'state', 'code', 'refresh_token', 'device_code', 'auth_req_id'];

/**
 * Makes one finding, with a count, of those that say the same of a request that was sent again and
 * again. It stays at the first request. A success in between starts a new count.
 */
export function countRetries(findings: readonly Finding[], flow: Flow): readonly Finding[] {
  const rounds = roundsOf(findings, flow);
  const groups = new Map<string, Finding[]>();
  const atMessage = new Map<string, number>();
  for (const finding of findings) {
    const round = finding.message === null ? undefined : rounds.get(finding.message);
    if (round === undefined) continue;
    const { check, severity, owner, title, at, message } = finding;
    const what = [check, severity, owner, title, at?.part, at?.name].join('\n');
    // What a check says twice of one message is no repetition.
    const place = `${message}\n${what}`;
    const ordinal = atMessage.get(place) ?? 0;
    atMessage.set(place, ordinal + 1);
    const key = `${ordinal}\n${what}\n${round}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const merged = new Map<Finding, Finding>();
  const dropped = new Set<Finding>();
  for (const group of groups.values()) {
    const [first, ...others] = group.sort((a, b) => (a.message ?? 0) - (b.message ?? 0));
    // Like messages have one finding already, which says at which of them it is repeated.
    const steps = group.flatMap(({ message, again }) => [message ?? 0, ...again]);
    if (!first || steps.length === 1) continue;
    const [, ...again] = steps.sort((a, b) => a - b);
    const whole = { ...first, observed: `${first.observed} ${countOf(steps, flow)}`, again };
    for (const one of group) merged.set(one, whole);
    for (const one of others) dropped.add(one);
  }
  if (merged.size === 0) return findings;
  return withCauses(
    findings.filter((one) => !dropped.has(one)),
    merged,
  );
}

/** The findings, each replaced by what it became, and so are the causes that they name. */
function withCauses(
  findings: readonly Finding[],
  merged: ReadonlyMap<Finding, Finding>,
): readonly Finding[] {
  const known = new Map<Finding, Finding>();
  const resolve = (finding: Finding): Finding => {
    const found = known.get(finding);
    if (found) return found;
    const self = merged.get(finding) ?? finding;
    const causedBy = self.causedBy === null ? null : resolve(self.causedBy);
    const result = causedBy === self.causedBy ? self : { ...self, causedBy };
    for (const one of [finding, self]) known.set(one, result);
    return result;
  };
  return findings.map(resolve);
}

/** For each message with a finding, which request it is, and after how many successes of it. */
function roundsOf(findings: readonly Finding[], flow: Flow): ReadonlyMap<number, string> {
  const { messages } = flow;
  const found = new Map<number, string>();
  for (const { message } of findings) {
    const at = message === null ? undefined : messages[message];
    if (message !== null && at) found.set(message, requestOf(at));
  }
  if (found.size === 0) return found;
  const story = storyOf(flow);
  const successes = new Map([...found.values()].map((request) => [request, 0]));
  for (const [index, message] of messages.entries()) {
    const attained = story[index]?.attained === true;
    const known = found.get(index);
    if (!attained && known === undefined) continue;
    const request = known ?? requestOf(message);
    const before = successes.get(request);
    if (before === undefined) continue;
    if (known !== undefined) found.set(index, `${before} ${request}`);
    if (attained) successes.set(request, before + 1);
  }
  return found;
}

/** Equal for messages that send the same request. */
const requestOf = memoised((message: Message): string =>
  [
    message.kind,
    requestLine(message),
    ...VALUES.map((name) => message.params.get(name) ?? ''),
  ].join(' '),
);

function countOf(steps: readonly number[], { messages }: Flow): string {
  const [first = 0, last = 0] = [steps[0], steps.at(-1)].map(
    (step) => messages[step ?? 0]?.exchange.startedAt,
  );
  return `This happened ${steps.length} times within ${span(last - first)}.`;
}
