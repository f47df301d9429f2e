import { useId, useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { formOf } from '../../../../src/conclusion/ledgers/ledger-of-tokens.ts';
import { type LifeGroup, lifeGroups } from '../../../../src/conclusion/token-life-groups.ts';
import type { TokenVerdict } from '../../../../src/conclusion/token-verdict.ts';
import { UnfoldButton } from '../common/unfold-button.tsx';
import { Value } from '../message/value.tsx';
import { LifeLine } from './life-line.tsx';
import { StepLink } from './step-link.tsx';
import { TokenDetails } from './token-details.tsx';
import { TokenEnd, TokenLine } from './token-line.tsx';

const MAX_LINKS = 6;

function Group({
  group: { word, events },
  analysed,
}: {
  readonly group: LifeGroup;
  readonly analysed: AnalysedFlow;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, MAX_LINKS);
  const left = events.length - shown.length;
  return (
    <li class="life-group">
      {word}
      {events.length > 1 && ` ${events.length} times`}:{' '}
      {shown.map(({ message }, index) => (
        <span key={message}>
          {index > 0 && ', '}
          <StepLink index={message} analysed={analysed} />
        </span>
      ))}
      {left > 0 && (
        <>
          {', '}
          <button type="button" class="link" onClick={() => setAll(true)}>
            {left} more
          </button>
        </>
      )}
    </li>
  );
}

/** One token: its verdict, its life, and on demand what it says. */
export function TokenRow({
  verdict,
  analysed,
}: {
  readonly verdict: TokenVerdict;
  readonly analysed: AnalysedFlow;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { token, life, state, time } = verdict;
  const { flow } = analysed;
  const message =
    flow.messages[(token.places.find(({ issued }) => issued) ?? token.places[0])?.message ?? 0];
  return (
    <li class="token-row" data-testid="token-row" data-token={token.name} data-state={state}>
      <div class="token-head">
        <h3>
          <UnfoldButton open={open} controls={id} onToggle={() => setOpen(!open)}>
            <span class="mono">{token.name}</span> <span class="quiet">{formOf(token)}</span>
          </UnfoldButton>
        </h3>
        <LifeLine verdict={verdict} flow={flow} />
      </div>
      <div class="token-words">
        <TokenLine verdict={verdict} analysed={analysed} brief />
        <ul class="life" aria-label={`Life of the ${token.name}`}>
          {lifeGroups(life, flow).map((group) => (
            <Group key={group.word} group={group} analysed={analysed} />
          ))}
          {time && (
            <li>
              <TokenEnd time={time} />
            </li>
          )}
        </ul>
      </div>
      <div id={id} class="token-details" hidden={!open}>
        {open && (
          <>
            <p>
              <Value name={token.name} value={token.text} secret />
            </p>
            {message && (
              <TokenDetails
                verdict={verdict}
                analysed={analysed}
                message={message}
                canFetch={false}
              />
            )}
          </>
        )}
      </div>
    </li>
  );
}
