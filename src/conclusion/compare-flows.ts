import type { AnalysedFlow } from './analysed-flow.ts';
import { align } from './compare/align.ts';
import type {
  Compared,
  ComparedStep,
  Difference,
  FlowComparison,
  Statement,
} from './compare/compared.ts';
import { durations } from './compare/durations.ts';
import { environmentOf, namesIn } from './compare/environment.ts';
import { type Circumstances, judge } from './compare/judge.ts';
import { saidOfFlow } from './compare/said-of-flow.ts';
import { saidOfRequest, unseenOfRequest } from './compare/said-of-request.ts';
import { saidOfResponse, unseenOfResponse } from './compare/said-of-response.ts';
import { saidOfTokens } from './compare/said-of-tokens.ts';
import { failedAt, isLate, weightOf, weightOfStep } from './compare/weights.ts';
import { type RepeatedStep, repeatedSteps } from './repeated-steps.ts';
import { flowSteps, requestPath } from './steps.ts';

/** What is known of the recordings of the two attempts. */
export interface ComparedRecordings {
  /** Both attempts are in one recording. */
  readonly together: boolean;
  /** Whether a value was replaced before its recording was written. */
  readonly isReplaced?: (value: string) => boolean;
}

/** Compares two attempts, step by step. Every value of theirs is equal, different or as it should be. */
export function compareFlows(
  a: AnalysedFlow,
  b: AnalysedFlow,
  { together, isReplaced = () => false }: ComparedRecordings,
): FlowComparison {
  const [here, there] = [environmentOf(a.flow), environmentOf(b.flow)];
  const circumstances: Circumstances = {
    isSame: isSameAttempt(a, b),
    together,
    isReplaced,
    names: [namesIn(here, there), namesIn(there, here)],
  };
  const [left, right] = [runsOf(a), runsOf(b)];
  const pairs = align(left.map(nameOf), right.map(nameOf));
  const steps = pairs.map((pair) => {
    const [one, other] = [left[pair.a ?? -1], right[pair.b ?? -1]];
    return comparedStep(one, other, { a, b, circumstances });
  });
  const nothing = new Set<never>();
  const flow = judge(
    { values: saidOfFlow(a), unseen: nothing },
    { values: saidOfFlow(b), unseen: nothing },
    circumstances,
  );
  return { flow, steps, differences: ranked(flow, steps, { a, b }), isSame: circumstances.isSame };
}

/** Whether both are recordings of one attempt, maybe by two recorders. */
function isSameAttempt({ flow: a }: AnalysedFlow, { flow: b }: AnalysedFlow): boolean {
  if (a.id === b.id && a.startedAt === b.startedAt) return true;
  const marks = ['state', 'nonce', 'code_challenge'].map((name) => [
    a.request?.effective(name),
    b.request?.effective(name),
  ]);
  const codes = [a, b].map(({ responses }) => responses[0]?.params.get('code'));
  const known = [...marks, codes].filter(([one]) => one !== undefined);
  return known.length > 1 && known.every(([one, other]) => one === other);
}

function runsOf(analysed: AnalysedFlow): readonly RepeatedStep[] {
  return repeatedSteps(flowSteps(analysed).steps);
}

/** Steps of one name are the same step of two attempts. */
function nameOf({ step: { message } }: RepeatedStep): string {
  if (message.kind === 'token-request') return `token-request ${message.grant}`;
  if (message.kind !== 'api-call') return message.kind;
  const { method, url } = message.exchange.request;
  return `api-call ${method} ${requestPath(url)}`;
}

interface Sides {
  readonly a: AnalysedFlow;
  readonly b: AnalysedFlow;
  readonly circumstances: Circumstances;
}

function comparedStep(
  one: RepeatedStep | undefined,
  other: RepeatedStep | undefined,
  { a, b, circumstances }: Sides,
): ComparedStep {
  const found = {
    a: one?.step.index ?? null,
    b: other?.step.index ?? null,
    times: [timesOf(one), timesOf(other)] as const,
  };
  if (!one || !other) return { ...found, values: [] };
  const values = withoutMissingTokens(
    judge(statementOf(one, a), statementOf(other, b), circumstances),
  );
  const took = durations(one.step.message.exchange, other.step.message.exchange);
  return { ...found, values: took === null ? values : [...values, took] };
}

/** A token that one attempt lacks is one difference, not one for each of its claims. */
function withoutMissingTokens(values: readonly Compared[]): readonly Compared[] {
  const missing = values
    .filter(({ place, name, a, b }) => isToken(place, name) && (a === null || b === null))
    .map(({ name }) => `${name}: `);
  return values.filter(
    ({ place, name }) => place !== 'claim' || !missing.some((token) => name.startsWith(token)),
  );
}

/** Whether a value is a whole token and not one of its claims. */
function isToken(place: Compared['place'], name: string): boolean {
  return place === 'claim' && !name.includes(': ');
}

const timesOf = (run: RepeatedStep | undefined): number => (run ? run.again.length + 1 : 0);

function statementOf({ step }: RepeatedStep, { flow }: AnalysedFlow): Statement {
  const { message } = step;
  return {
    values: [...saidOfRequest(message, flow), ...saidOfResponse(step), ...saidOfTokens(message)],
    unseen: new Set([...unseenOfRequest(message, flow), ...unseenOfResponse(message)]),
  };
}

/** The values that are no coincidence, the likeliest to matter first. */
function ranked(
  flow: readonly Compared[],
  steps: readonly ComparedStep[],
  { a, b }: Omit<Sides, 'circumstances'>,
): readonly Difference[] {
  const failure = failedAt(steps, a, b);
  const differ = (value: Compared | null, step: ComparedStep | null, order: number): Difference => {
    const setting = { a, b, isAfterFailure: order > failure };
    const weight = value ? weightOf(value, step, setting) : weightOfStep(setting);
    return { step, value, weight, isLate: isLate(value, step, setting), isEcho: false };
  };
  const ofFlow = flow.filter(matters).map((value) => differ(value, null, -1));
  const ofSteps = steps.flatMap((step, order) =>
    step.a === null || step.b === null
      ? [differ(null, step, order)]
      : step.values.filter(matters).map((value) => differ(value, step, order)),
  );
  return withoutEchoes([...ofFlow, ...ofSteps].toSorted(byWeight)).toSorted(byWeight);
}

const byWeight = (one: Difference, other: Difference): number => other.weight - one.weight;

/** Several steps repeat a value. Only the place where it matters most keeps its weight. */
const REPEATED = 50;

function withoutEchoes(differences: readonly Difference[]): readonly Difference[] {
  const seen = new Set<string>();
  return differences.map((one) => {
    if (one.value === null) return one;
    const { name, a, b } = one.value;
    const mark = JSON.stringify(a === null || b === null ? [name, a === null] : [a, b]);
    if (seen.has(mark)) return { ...one, weight: one.weight - REPEATED, isEcho: true };
    seen.add(mark);
    return one;
  });
}

function matters({ is }: Compared): boolean {
  return is === 'different' || is === 'reused';
}
