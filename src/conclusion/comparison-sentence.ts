import { classifyParameter } from '../oauth/registry/secrecy.ts';
import { messageWord } from '../words/kinds.ts';
import { list } from '../words/numbers.ts';
import { capitalised, quote } from '../words/quote.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import type { Compared, ComparedStep, Difference, FlowComparison } from './compare/compared.ts';
import { howDifferent, quotedPair } from './compare/how-different.ts';
import { FINDING } from './compare/said-of-flow.ts';
import { flowSteps } from './steps.ts';

interface Attempt {
  readonly analysed: AnalysedFlow;
  /** As in “Only … lacks”. */
  readonly name: string;
  /** Beside a value of it. */
  readonly short: string;
}

/** What two attempts are called: by how they ended, else by their column. */
function sidesOf(a: AnalysedFlow, b: AnalysedFlow): readonly [Attempt, Attempt] {
  const [one, other] = [a.verdict.sign, b.verdict.sign];
  const failed = { name: 'the failed attempt', short: 'failed' };
  const worked = { name: 'the attempt that worked', short: 'worked' };
  const ended = one !== other && [one, other].every((sign) => sign === 'bad' || sign === 'good');
  const [left, right] = ended
    ? one === 'bad'
      ? [failed, worked]
      : [worked, failed]
    : [
        { name: 'attempt A', short: 'A' },
        { name: 'attempt B', short: 'B' },
      ];
  return [
    { analysed: a, ...left },
    { analysed: b, ...right },
  ];
}

/** The difference that most likely matters, in one sentence. It claims no cause. */
export function comparisonSentence(
  comparison: FlowComparison,
  a: AnalysedFlow,
  b: AnalysedFlow,
): string {
  if (comparison.isSame) return 'Both are recordings of the same attempt.';
  const sides = sidesOf(a, b);
  return `${environmentSentence(comparison)}${mainSentence(comparison, sides)}`;
}

function mainSentence({ differences }: FlowComparison, sides: readonly [Attempt, Attempt]): string {
  const telling = differences.filter((one) => !isEnvironment(one));
  const first = telling.find(({ isLate, weight }) => !isLate && weight > 0);
  if (first) return sentence(first, sides);
  const answer = telling.find(({ value }) => value?.place === 'response') ?? telling[0];
  if (answer) {
    return `Nothing that was sent differs in a way that matters. ${sentence(answer, sides)}`;
  }
  return 'The attempts differ only in values that are new in each attempt.';
}

const ENVIRONMENT: Readonly<Record<string, string>> = {
  Client: 'clients',
  'Authorization server': 'servers',
  Application: 'applications',
};

function isEnvironment({ value }: Difference): boolean {
  return value?.place === 'flow' && Object.hasOwn(ENVIRONMENT, value.name);
}

/** Says that the attempts are of two clients or at two servers, with a space at the end. */
function environmentSentence({ flow }: FlowComparison): string {
  const others = flow
    .filter(({ is, a, b }) => is === 'different' && a !== null && b !== null)
    .flatMap(({ name }) => (Object.hasOwn(ENVIRONMENT, name) ? [ENVIRONMENT[name] ?? ''] : []));
  return others.length === 0 ? '' : `The attempts are of different ${list(others)}. `;
}

/** One difference as a sentence. */
export function differenceSentence(
  difference: Difference,
  a: AnalysedFlow,
  b: AnalysedFlow,
): string {
  return sentence(difference, sidesOf(a, b));
}

function sentence({ step, value }: Difference, sides: readonly [Attempt, Attempt]): string {
  const [a, b] = sides;
  if (value === null) {
    const [has, lacks] = step?.a == null ? [b, a] : [a, b];
    return `Only ${has.name} has a step “${stepWord(step, sides)}”; ${lacks.name} has none.`;
  }
  const { place } = value;
  const where = placeOf(value, step, sides);
  const thing = thingOf(value);
  if (value.is === 'reused') {
    return `Both attempts have the same ${thing}${where}. Each attempt needs a new one.`;
  }
  if (value.a === null || value.b === null) {
    const [has, lacks] = value.a === null ? [b, a] : [a, b];
    const isFailed = lacks.name === 'the failed attempt';
    if (isFailed || value.place === 'cookie') return `Only ${lacks.name} lacks ${thing}${where}.`;
    return `Only ${has.name} has ${thing}${shownValue(value)}${where}.`;
  }
  const difference = howDifferent(value.name, value.a, value.b);
  const how = difference === null ? '' : ` In ${a.name}, ${difference}.`;
  const subject = thing.startsWith('the ') ? capitalised(thing) : thing;
  const what = place === 'response' ? `${subject}${where} differs` : `${subject} differs${where}`;
  if (!maySay(value)) return `${what}.${how}`;
  const [one, other] = quotedPair(value.a, value.b);
  return `${what}: ${one} (${a.short}), ${other} (${b.short}).${how}`;
}

function stepWord(step: ComparedStep | null, [a, b]: readonly [Attempt, Attempt]): string {
  const [one, index] = step?.a == null ? [b, step?.b ?? null] : [a, step.a];
  const message = index === null ? undefined : one.analysed.flow.messages[index];
  return message ? messageWord(message) : 'unknown';
}

/** Where the value stands, with a space before it. */
function placeOf(
  { place }: Compared,
  step: ComparedStep | null,
  sides: readonly [Attempt, Attempt],
): string {
  if (step === null) return '';
  const [{ analysed }] = sides;
  const number = step.a === null ? null : (flowSteps(analysed).steps[step.a]?.index ?? null);
  const word = stepWord(step, sides);
  const at = number === null ? word : `${word} (step ${number + 1})`;
  if (place === 'response') return ` to the ${at}`;
  const isAnswerPlace = ['response header', 'cookie set', 'member'].includes(place);
  return isAnswerPlace ? ` in the response to the ${at}` : ` in the ${at}`;
}

/** The value's name, with what it is where the name does not say it. */
function thingOf({ place, name }: Compared): string {
  switch (place) {
    case 'cookie':
    case 'cookie set':
      return `the cookie ${name}`;
    case 'request header':
    case 'response header':
      return name === 'Client authentication' ? 'the client authentication' : `the field ${name}`;
    case 'flow':
      return name.startsWith(FINDING)
        ? `the finding “${name.slice(FINDING.length)}”`
        : `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    case 'response':
      return 'the response';
    case 'time':
      return 'the duration';
    case 'url':
      return `the ${name}`;
    default:
      return name;
  }
}

function shownValue(value: Compared): string {
  if (!maySay(value) || value.place === 'flow') return '';
  return ` (${quote(value.a ?? value.b ?? '', 80)})`;
}

/** Whether the value is no secret and names no user. */
const NAMED_VALUES = new Set(['parameter', 'member', 'claim']);

function maySay({ place, name, a, b }: Compared): boolean {
  if (!NAMED_VALUES.has(place)) return true;
  return [a, b].every((value) => {
    if (value === null) return true;
    const { secrecy } = classifyParameter(name.replace(/^.*: /, ''), value);
    return secrecy !== 'secret' && secrecy !== 'one-time' && secrecy !== 'personal';
  });
}
