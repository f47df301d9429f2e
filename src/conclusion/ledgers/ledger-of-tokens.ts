import type { Flow } from '../../flow/flow.ts';
import { span } from '../../words/times.ts';
import type { AnalysedFlow } from '../analysed-flow.ts';
import { lifeGroups } from '../token-life-groups.ts';
import { endOfFlow, type TokenTime } from '../token-time.ts';
import { type TokenVerdict, tokenVerdicts } from '../token-verdict.ts';
import { type Ledger, type LedgerRow, ledgerOf, stepWords } from './ledger.ts';
import { formOf, TOKEN_STATES } from './token-states.ts';

/**
 * The tokens of an attempt in words: each verdict, what was compared, the life and the end. With
 * `only`, those of one message.
 */
export function tokenLedger(analysed: AnalysedFlow, only: number | null = null): Ledger | null {
  const verdicts = tokenVerdicts(analysed).filter(
    ({ token }) => only === null || token.places.some(({ message }) => message === only),
  );
  return ledgerOf(
    'Tokens',
    verdicts.map((verdict) => rowOf(verdict, analysed)),
    null,
  );
}

function rowOf(verdict: TokenVerdict, analysed: AnalysedFlow): LedgerRow {
  const { token, state, text, claims, time, life } = verdict;
  const [mark, word] = TOKEN_STATES[state];
  const matching = claims.filter(({ result }) => result === 'match').map(({ name }) => name);
  const events = lifeGroups(life, analysed.flow).map(
    (group) => `${group.word} in ${stepWords(group.events.map(({ message }) => message))}`,
  );
  return {
    mark,
    word,
    isBad: state === 'not-valid' || state === 'doubtful',
    name: token.name,
    form: formOf(token),
    text,
    lines: [
      ...(matching.length === 0 || / match(?:es)?\b/.test(text)
        ? []
        : [`✓ ${matching.join(', ')}`]),
      ...claims
        .filter(({ result, told }) => result !== 'match' && !text.includes(told))
        .map(({ result, name, told }) => `${result === 'differs' ? '✖' : '◌'} ${name}: ${told}`),
      ...(isTold(verdict) ? [] : [events.join('; ')]),
      ...(time === null ? [] : [endWords(time, analysed.flow)]),
    ],
  };
}

/** Whether the sentence already says all that happened. */
function isTold({ life, text }: TokenVerdict): boolean {
  const [only, ...more] = life;
  return !only || (more.length === 0 && text.includes(`in step ${only.message + 1}`));
}

/** When a token ends, counted from the last message, because a report is read at any time. */
function endWords({ endsAt, lifetime, by, offset }: TokenTime, flow: Flow): string {
  const left = endsAt - endOfFlow(flow);
  const end =
    left > 0
      ? `ends ${span(left)} after the last message`
      : `ended ${span(left)} before the last message`;
  const whole =
    lifetime > 0 && span(lifetime) !== span(left) ? `, ${span(lifetime)} after it was sent` : '';
  const ahead = offset > 0 ? 'ahead of' : 'behind';
  const difference = offset === 0 ? '' : `, which is ${span(offset)} ${ahead} the client’s`;
  const clock = flow.facts.clock === null ? '' : `, by the clock of the server${difference}`;
  return `${end}${whole} (${by}${clock})`;
}
