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
  const rounds = roundsOf(flow);
  const groups = new Map<string, Finding[]>();
  const atMessage = new Map<string, number>();
  for (const finding of findings) {
    const round = finding.message === null ? undefined : rounds[finding.message];
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
    if (!first || others.length === 0) continue;
    const again = others.flatMap(({ message }) => message ?? []);
    const whole = { ...first, observed: `${first.observed} ${countOf(group, flow)}`, again };
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

/** For each message, which request it is, and after how many successes of it. */
function roundsOf(flow: Flow): readonly string[] {
  const story = storyOf(flow);
  const successes = new Map<string, number>();
  return flow.messages.map((message, index) => {
    const request = requestOf(message);
    const before = successes.get(request) ?? 0;
    if (story[index]?.attained) successes.set(request, before + 1);
    return `${before} ${request}`;
  });
}

/** Equal for messages that send the same request. */
const requestOf = memoised((message: Message): string =>
  [
    message.kind,
    requestLine(message),
    ...VALUES.map((name) => message.params.get(name) ?? ''),
  ].join(' '),
);

function countOf(group: readonly Finding[], { messages }: Flow): string {
  const times = group.flatMap(({ message }) => {
    const found: Message | undefined = message === null ? undefined : messages[message];
    return found ? [found.exchange.startedAt] : [];
  });
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return `This happened ${group.length} times within ${span(last - first)}.`;
}
