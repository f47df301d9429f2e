import type { Finding } from '../checks/finding.ts';
import { storyOf } from '../flow/facts/story.ts';
import type { Flow } from '../flow/flow.ts';
import { kindsThat } from '../oauth/message-kinds.ts';
import { compareBasis } from '../words/certainty.ts';
import type { Outcome } from '../words/outcomes.ts';
import { compareSeverities } from '../words/severities.ts';

const LEADS_TO_TOKENS = kindsThat(({ leadsToTokens }) => leadsToTokens === true);

/**
 * The one finding that names what stopped the attempt, or else the most severe problem; null without
 * either.
 */
export function rootCause(
  findings: readonly Finding[],
  outcome: Outcome,
  flow: Flow,
): Finding | null {
  const loop = findings.find(({ effect }) => effect === 'starts-over');
  if (loop) return topOf(loop);
  const candidates = candidatesOf(findings, outcome, flow);
  const refused = new Set(
    findings.filter(isReported).map(({ check, message }) => messageKey(check, message)),
  );
  const order = orderOf(flow);
  const first = candidates.reduce<Finding | null>(
    (best, finding) =>
      best === null || comesFirst(finding, best, { order, refused }) ? finding : best,
    null,
  );
  if (first) return topOf(first);
  if (outcome !== 'failed') return null;
  const story = storyOf(flow);
  const isOver = ({ message }: Finding): boolean =>
    message !== null && (story[message]?.recoveredBy ?? null) !== null;
  return findings.find((one) => isReported(one) && !isOver(one)) ?? null;
}

/**
 * The findings that can be the cause. When the attempt failed, these are the findings that say what
 * ended it. A weakness elsewhere did not end it.
 */
function candidatesOf(
  findings: readonly Finding[],
  outcome: Outcome,
  flow: Flow,
): readonly Finding[] {
  const severe = findings.filter(({ severity }) => severity !== 'info');
  if (outcome === 'failed') {
    const ending = severe.filter(endsAttempt);
    const ofLogin = ending.filter(({ message }) => leadsToTokens(flow, message));
    const telling = ofLogin.length > 0 ? ofLogin : ending;
    if (telling.length > 0) return worstOf(telling);
  }
  // What stops the user comes before what is only unsafe.
  const stopping = severe.filter(({ effect, severity }) => effect !== null && severity === 'error');
  return stopping.length > 0 ? stopping : worstOf(severe);
}

/** A refusal ends the attempt even if nothing is wrong, for example when the user declines. */
function endsAttempt({ effect, severity }: Finding): boolean {
  return effect === 'request-fails' || (effect !== null && severity === 'error');
}

function leadsToTokens({ messages }: Flow, message: number | null): boolean {
  const kind = message === null ? undefined : messages[message]?.kind;
  return kind === undefined || LEADS_TO_TOKENS.has(kind);
}

function worstOf(findings: readonly Finding[]): readonly Finding[] {
  const [worst] = [...findings].sort((a, b) => compareSeverities(a.severity, b.severity));
  return findings.filter(({ severity }) => severity === worst?.severity);
}

const messageKey = (check: string, message: number | null): string => `${check} ${message}`;

function isReported({ basis }: Finding): boolean {
  return basis === 'reported';
}

/**
 * The position of a message in the story. What a server sent inside a callback comes before the
 * answer to the callback.
 */
function orderOf(flow: Flow): (finding: Finding) => number {
  const story = storyOf(flow);
  return ({ message }) => {
    if (message === null) return Number.MAX_SAFE_INTEGER;
    const inside = story[message]?.inside ?? null;
    return inside === null ? message : inside - 0.5;
  };
}

/**
 * Orders by failing message, the earliest first. At one message, computed findings come before
 * reported ones, and of the computed ones, the reason of the server's refusal comes first, and then
 * what is certain.
 */
function comesFirst(
  a: Finding,
  b: Finding,
  {
    order,
    refused,
  }: { readonly order: (finding: Finding) => number; readonly refused: ReadonlySet<string> },
): boolean {
  if (order(a) !== order(b)) return order(a) < order(b);
  if (a.basis !== b.basis) return compareBasis(a, b) < 0;
  const explainsRefusal = (finding: Finding): boolean =>
    finding.explains.some((check) => refused.has(messageKey(check, finding.message)));
  if (explainsRefusal(a) !== explainsRefusal(b)) return explainsRefusal(a);
  return a.certainty === 'certain' && b.certainty === 'likely';
}

function topOf(finding: Finding): Finding {
  let top = finding;
  while (top.causedBy !== null) top = top.causedBy;
  return top;
}
