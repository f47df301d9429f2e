import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { type TokenTime, timeLeft } from '../../../../src/conclusion/token-time.ts';
import type { TokenVerdict } from '../../../../src/conclusion/token-verdict.ts';
import { span } from '../../../../src/words/times.ts';
import { safeText } from '../../view/finding-text.ts';
import { momentTitle, timeOfDay } from '../../view/time.ts';
import { TokenSign } from './token-sign.tsx';

/** When the token expires, by the clock of the server. */
export function TokenEnd({ time }: { readonly time: TokenTime }) {
  const { endsAt, lifetime, by, offset } = time;
  const clock =
    offset === 0
      ? ''
      : `; its clock is ${span(offset)} ${offset > 0 ? 'ahead of' : 'behind'} the browser’s`;
  return (
    <span
      class="quiet token-time"
      title={`${momentTitle(endsAt)}\nby ${by}, by the clock of the server${clock}`}
    >
      {lifetime > 0 ? 'Expires' : 'Expired'} {timeOfDay(endsAt)}, {span(lifetime)}{' '}
      {lifetime > 0 ? 'after' : 'before'} it was sent · {timeLeft(time, Date.now())}
    </span>
  );
}

/** The verdict on a token: a sign, a sentence and its time. */
export function TokenLine({
  verdict,
  analysed,
  brief = false,
}: {
  readonly verdict: TokenVerdict;
  readonly analysed: AnalysedFlow;
  /** Without its time. */
  readonly brief?: boolean;
}) {
  const { state, text, time } = verdict;
  return (
    <p class="token-line" data-testid="token-verdict" data-state={state}>
      <TokenSign state={state} />{' '}
      <span class="token-text">{safeText(text, analysed.flow.messages)}</span>
      {time && !brief && (
        <>
          {' '}
          <TokenEnd time={time} />
        </>
      )}
    </p>
  );
}
