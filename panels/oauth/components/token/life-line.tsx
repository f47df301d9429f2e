import { endOfLife } from '../../../../src/conclusion/token-evidence.ts';
import type { TokenVerdict } from '../../../../src/conclusion/token-verdict.ts';
import type { TokenDeed } from '../../../../src/flow/facts/token-life.ts';
import type { Flow } from '../../../../src/flow/flow.ts';

/** Marks closer than this share of the line are one. */
const PLACES = 60;

const TONES: Readonly<Record<TokenDeed, string>> = {
  issued: 'issued',
  accepted: 'good',
  refreshed: 'good',
  active: 'good',
  inactive: 'bad',
  revoked: 'over',
  refused: 'bad',
  hinted: 'seen',
  sent: 'seen',
};

/** The step at which a token was over; null while it was good. */
function overAt(verdict: TokenVerdict, { messages }: Flow): number | null {
  const end = endOfLife(verdict);
  if (end === null) return null;
  if (end !== 'expired') return end.message;
  const { time } = verdict;
  const at = time === null ? Number.POSITIVE_INFINITY : time.endsAt - time.offset;
  const after = messages.findIndex(({ exchange }) => exchange.startedAt > at);
  return after < 0 ? messages.length - 1 : after;
}

/** The life of a token over the steps of its flow. What it shows stands in words beside it. */
export function LifeLine({
  verdict,
  flow,
}: {
  readonly verdict: TokenVerdict;
  readonly flow: Flow;
}) {
  const { life } = verdict;
  const last = Math.max(flow.messages.length - 1, 1);
  const place = (step: number): number => Math.round((step / last) * PLACES) * (100 / PLACES);
  const over = overAt(verdict, flow);
  const from = place(life[0]?.message ?? 0);
  const isIssued = life.some(({ deed }) => deed === 'issued');
  const until = place(over ?? (isIssued ? last : (life.at(-1)?.message ?? 0)));
  const marks = new Map(
    life.map(({ message, deed }) => {
      const [at, tone] = [place(message), TONES[deed]];
      return [`${at} ${tone}`, { at, tone }];
    }),
  );
  return (
    <span class="life-line" aria-hidden="true" data-testid="life-line">
      <span
        class="life-span"
        style={{ left: `${from}%`, width: `${Math.max(until - from, 0)}%` }}
      />
      {over !== null && <span class="life-mark over" style={{ left: `${place(over)}%` }} />}
      {[...marks].map(([key, { at, tone }]) => (
        <span key={key} class={`life-mark ${tone}`} style={{ left: `${at}%` }} />
      ))}
    </span>
  );
}
