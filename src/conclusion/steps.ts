import type { Finding, Unclear } from '../checks/finding.ts';
import type { Comparison } from '../flow/facts/comparison.ts';
import { wantsDpopNonce } from '../flow/facts/dpop-proofs.ts';
import { errorOf } from '../flow/facts/reported-error.ts';
import type { Flow } from '../flow/flow.ts';
import { memoised } from '../http/memo.ts';
import { isError } from '../http/status.ts';
import { parseUrl, withoutQuery } from '../http/url.ts';
import type { Lane } from '../oauth/define-kind.ts';
import type { Message } from '../oauth/message.ts';
import { lanesOf } from '../oauth/message-kinds.ts';
import { isProtocolStep } from '../oauth/registry/token-errors.ts';
import { answerWord } from '../words/answers.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { calmReason } from './calm-steps.ts';
import { comparisonAt, comparisonClause } from './comparisons.ts';
import { type FindingNode, findingTree } from './finding-tree.ts';
import { type Carried, carriedBy, type ValuePlaces, valuePlaces } from './flow-values.ts';
import { groupBy } from './group-by.ts';

/** The response in short, and whether it is bad. */
interface Answer {
  readonly text: string;
  readonly bad: boolean;
}

/** A linking value of a step, and the result of its comparison; null when nothing was compared. */
export interface StepValue extends Carried {
  readonly result: Comparison['result'] | null;
  /** A clause that says what it was compared with. */
  readonly compared: string | null;
}

/** One arrow of the diagram with everything under it. */
export interface Step {
  readonly key: string;
  readonly index: number;
  readonly message: Message;
  readonly from: Lane;
  readonly to: Lane;
  readonly answer: Answer;
  /** Why its refusal is no failure; null when it is one, or when nothing was refused. */
  readonly calm: string | null;
  readonly values: readonly StepValue[];
  readonly findings: readonly FindingNode[];
  /** Findings that are shown at another step, because they follow from something there. */
  readonly elsewhere: readonly Finding[];
  readonly unclear: readonly Unclear[];
}

function codeWord(message: Message): string {
  const error = errorOf(message);
  if (error !== null) return error;
  if (message.kind === 'backchannel-notification') return message.mode;
  return message.kind === 'token-request' && message.response.outcome === 'tokens' ? 'tokens' : '';
}

/** The response in short. A request to wait, or to repeat with a nonce, is not bad. */
function answerOf(message: Message): Answer {
  const { exchange } = message;
  const { response, failure, delivered } = exchange;
  const goesOn = isProtocolStep(errorOf(message)) || wantsDpopNonce(message);
  const refused = errorOf(message) !== null && !goesOn;
  const bad = response
    ? (isError(response) && !goesOn) || refused || delivered === false
    : failure
      ? failure.reason !== 'aborted'
      : refused;
  return { text: answerWord(exchange, codeWord(message)), bad };
}

/** Identifies a message while the recording exists, even if its position in the flow changes. */
export function stepKey(message: Message): string {
  return `${message.kind} ${message.exchange.id}`;
}

/** What a value of a step was compared with: what it has to be equal to, else earlier steps. */
function compared(
  { name, value }: Carried,
  index: number,
  flow: Flow,
  places: ValuePlaces,
): Pick<StepValue, 'result' | 'compared'> {
  const found = comparisonAt(flow, index, name);
  if (found) return { result: found.result, compared: comparisonClause(found) };
  const first = places.get(value)?.[0] ?? index;
  if (first >= index) return { result: null, compared: null };
  return { result: 'equal', compared: `the same value as in step ${first + 1}` };
}

/** A flow as the panel shows it: its steps, and the findings on it as a whole. */
export interface FlowSteps {
  readonly steps: readonly Step[];
  readonly whole: readonly FindingNode[];
  readonly wholeUnclear: readonly Unclear[];
}

/** Puts every finding under its step. */
export const flowSteps = memoised((analysed: AnalysedFlow): FlowSteps => {
  const { flow, findings, unclear, verdict } = analysed;
  const inFlow = (index: number | null) =>
    index !== null && index >= 0 && index < flow.messages.length ? index : null;
  const trees = groupBy(findingTree(findings, verdict.cause), (node) =>
    inFlow(node.finding.message),
  );
  const roots = new Set([...trees.values()].flat().map((node) => node.finding));
  const own = groupBy(findings, (finding) => inFlow(finding.message));
  const vague = groupBy(unclear, (one) => inFlow(one.message));
  const places = valuePlaces(analysed);
  const steps = flow.messages.map((message, index): Step => {
    const [from, to] = lanesOf(message, flow.authorizationServer);
    const tree = trees.get(index) ?? [];
    const shown = new Set(tree.flatMap(flatten));
    const answer = answerOf(message);
    const calm = answer.bad ? calmReason(flow, index) : null;
    return {
      key: stepKey(message),
      index,
      message,
      from,
      to,
      answer: { ...answer, bad: answer.bad && calm === null },
      calm,
      values: carriedBy(message).map((one) => ({
        ...one,
        ...compared(one, index, flow, places),
      })),
      findings: tree,
      elsewhere: (own.get(index) ?? []).filter((one) => !roots.has(one) && !shown.has(one)),
      unclear: vague.get(index) ?? [],
    };
  });
  return { steps, whole: trees.get(null) ?? [], wholeUnclear: vague.get(null) ?? [] };
});

/** A finding with all its consequences. */
function flatten(node: FindingNode): readonly Finding[] {
  return [node.finding, ...node.followers.flatMap(flatten)];
}

/** Host and path of a message's URL, as short as possible. */
export function shortUrl(url: string): string {
  const parsed = parseUrl(url);
  return parsed?.host ? `${parsed.host}${parsed.pathname}` : withoutQuery(url);
}

/** The path of a request. Servers of two environments have the same one. */
export function requestPath(url: string): string {
  return parseUrl(url)?.pathname ?? withoutQuery(url);
}
