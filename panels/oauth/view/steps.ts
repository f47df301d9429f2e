import type { Finding, Unclear } from '../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { wantsDpopNonce } from '../../../src/flow/facts/dpop-proofs.ts';
import { errorOf } from '../../../src/flow/facts/reported-error.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import { memoised } from '../../../src/http/memo.ts';
import { isError } from '../../../src/http/status.ts';
import { originOfUrl, parseUrl, withoutQuery } from '../../../src/http/url.ts';
import type { Message, MessageKind } from '../../../src/oauth/message.ts';
import { isProtocolStep } from '../../../src/oauth/registry/token-errors.ts';
import { type FindingNode, findingTree } from './finding-tree.ts';
import { type Carried, carriedBy, type ValuePlaces, valuePlaces } from './flow-values.ts';
import { groupBy } from './group-by.ts';
import { failureWord } from './panel-words.ts';

/** The parties of the diagram, from left to right. */
export const LANES = ['User agent', 'Client', 'Authorization server', 'API'] as const;
export const SHORT_LANES = ['UA', 'Client', 'AS', 'API'] as const;
type Lane = 0 | 1 | 2 | 3;

/** What came back, and whether that is bad. */
interface Answer {
  readonly text: string;
  readonly bad: boolean;
}

/** A linking value of a step, and what it was compared with; null when with nothing. */
export interface StepValue extends Carried {
  readonly compared: string | null;
}

/** One arrow of the diagram and everything that stands under it. */
export interface Step {
  readonly key: string;
  readonly index: number;
  readonly message: Message;
  readonly from: Lane;
  readonly to: Lane;
  readonly answer: Answer;
  readonly values: readonly StepValue[];
  readonly findings: readonly FindingNode[];
  /** What stands under an earlier or later step, because it follows from something there. */
  readonly elsewhere: readonly Finding[];
  readonly unclear: readonly Unclear[];
}

const ARROWS: Readonly<Record<MessageKind, readonly [Lane, Lane]>> = {
  'authorization-request': [0, 2],
  'authorization-response': [2, 1],
  'token-request': [1, 2],
  interaction: [2, 0],
  landing: [1, 0],
  'userinfo-request': [1, 2],
  'api-call': [1, 3],
  'metadata-request': [1, 2],
  'jwks-request': [1, 2],
  'pushed-authorization-request': [1, 2],
  'request-object': [2, 1],
  'device-authorization-request': [1, 2],
  'end-session-request': [0, 2],
  'frontchannel-logout-request': [2, 1],
  'session-iframe': [0, 2],
  'third-party-initiated-login': [0, 1],
  'fedcm-request': [0, 2],
  'revocation-request': [1, 2],
  'introspection-request': [3, 2],
  'backchannel-authentication-request': [1, 2],
  'backchannel-notification': [2, 1],
  'registration-request': [1, 2],
  'client-metadata-request': [2, 1],
  'protected-resource-metadata-request': [1, 3],
  'backchannel-logout-request': [2, 1],
  preflight: [0, 2],
};

function arrowOf(message: Message, server: string | null): readonly [Lane, Lane] {
  if (message.kind !== 'preflight' || server === null) return ARROWS[message.kind];
  const { url } = message.exchange.request;
  return originOfUrl(url) === originOfUrl(server) ? [0, 2] : [0, 3];
}

function codeWord(message: Message): string {
  const error = errorOf(message);
  if (error !== null) return error;
  if (message.kind === 'backchannel-notification') return message.mode;
  return message.kind === 'token-request' && message.response.outcome === 'tokens' ? 'tokens' : '';
}

/** Status and the one word that says most, or why there is no answer. */
function answerOf(message: Message): Answer {
  const { response, failure, delivered } = message.exchange;
  const word = codeWord(message);
  // Asked to wait or to repeat with a nonce: that is how it should go.
  const goesOn = isProtocolStep(errorOf(message)) || wantsDpopNonce(message);
  const refused = errorOf(message) !== null && !goesOn;
  if (!response) {
    if (!failure) return { text: word || 'no answer recorded', bad: refused };
    return { text: failureWord(failure.reason), bad: failure.reason !== 'aborted' };
  }
  const withheld = delivered === false ? 'withheld from the page' : '';
  const parts = [String(response.status ?? 'status unknown'), word, withheld].filter(
    (part) => part !== '',
  );
  return {
    text: parts.join(' '),
    bad: (isError(response) && !goesOn) || refused || withheld !== '',
  };
}

/** Names a message for as long as the recording lives, wherever in its flow it moves to. */
export function stepKey(message: Message): string {
  return `${message.kind} ${message.exchange.id}`;
}

/** What a value of a step turned out to be equal to, of everything before that step. */
function comparison(
  { name, value }: Carried,
  index: number,
  { facts, messages, request }: Flow,
  places: ValuePlaces,
): string | null {
  const first = places.get(value)?.[0] ?? index;
  if (first < index) return `the same value as in step ${first + 1}`;
  const proven = facts.pkce.some(({ message, matches }) => message === index && matches === true);
  if (name !== 'code_verifier' || !proven || !request) return null;
  return `its hash is the code_challenge of step ${messages.indexOf(request) + 1}`;
}

/** A flow as the panel shows it: its steps, and what concerns it as a whole. */
export interface FlowSteps {
  readonly steps: readonly Step[];
  readonly whole: readonly FindingNode[];
  readonly wholeUnclear: readonly Unclear[];
}

/** Puts every finding under the step that it belongs to. */
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
    const [from, to] = arrowOf(message, flow.authorizationServer);
    const tree = trees.get(index) ?? [];
    const shown = new Set(tree.flatMap(flatten));
    return {
      key: stepKey(message),
      index,
      message,
      from,
      to,
      answer: answerOf(message),
      values: carriedBy(message).map((one) => ({
        ...one,
        compared: comparison(one, index, flow, places),
      })),
      findings: tree,
      elsewhere: (own.get(index) ?? []).filter((one) => !roots.has(one) && !shown.has(one)),
      unclear: vague.get(index) ?? [],
    };
  });
  return { steps, whole: trees.get(null) ?? [], wholeUnclear: vague.get(null) ?? [] };
});

/** A finding with everything that is folded under it. */
function flatten(node: FindingNode): readonly Finding[] {
  return [node.finding, ...node.followers.flatMap(flatten)];
}

/** Host and path of a message's URL, as short as it can be said. */
export function shortUrl(url: string): string {
  const parsed = parseUrl(url);
  return parsed?.host ? `${parsed.host}${parsed.pathname}` : withoutQuery(url);
}

/** The host of an issuer or origin; the text itself when it is none. */
export function hostOf(url: string): string {
  return parseUrl(url)?.host || url;
}
