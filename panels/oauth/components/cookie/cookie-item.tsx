import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { COOKIE_WORDS } from '../../../../src/conclusion/ledgers/cookie-states.ts';
import { shortAttributes } from '../../../../src/conclusion/ledgers/short-attributes.ts';
import type { CookieRow, CookieState } from '../../../../src/flow/facts/cookie-rows.ts';
import type { CookieUse } from '../../../../src/flow/facts/cookie-uses.ts';
import { cookieLossWord } from '../../../../src/words/cookie-losses.ts';
import { visible } from '../../view/visible.ts';
import { UnfoldButton } from '../common/unfold-button.tsx';
import { StepLink } from '../token/step-link.tsx';
import { CookieDetails } from './cookie-details.tsx';

const MAX_LINKS = 6;

const TONES: Readonly<Record<CookieState, string>> = {
  lost: 'error',
  refused: 'warning',
  missing: 'warning',
  unseen: 'quiet',
  sent: 'ok',
  unused: 'quiet',
  removed: 'quiet',
  earlier: 'quiet',
};

function Steps({
  uses,
  analysed,
}: {
  readonly uses: readonly CookieUse[];
  readonly analysed: AnalysedFlow;
}) {
  const shown = uses.slice(0, MAX_LINKS);
  const left = uses.length - shown.length;
  return (
    <>
      {shown.map(({ message }, index) => (
        <span key={message}>
          {index > 0 && ', '}
          <StepLink index={message} analysed={analysed} />
        </span>
      ))}
      {left > 0 && ` and ${left} more`}
    </>
  );
}

/** A cell whose head stands above it when the table is too narrow for columns. */
function Cell({
  head,
  empty = false,
  children,
}: {
  readonly head: string;
  readonly empty?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={empty ? 'cookie-cell blank' : 'cookie-cell'}>
      <span class="cookie-cell-head quiet">{head}: </span>
      {children}
    </div>
  );
}

function SetBy({ row, analysed }: { readonly row: CookieRow; readonly analysed: AnalysedFlow }) {
  const last = row.settings.at(-1);
  if (!last) return <span class="quiet">not recorded</span>;
  return (
    <>
      <span class="mono">{visible(last.visit.host)}</span>,{' '}
      {last.message === null ? (
        <span class="quiet">before this flow</span>
      ) : (
        <StepLink index={last.message} analysed={analysed} />
      )}
      {row.settings.length > 1 && (
        <span class="quiet"> (and {row.settings.length - 1} before)</span>
      )}
    </>
  );
}

function Missing({ row, analysed }: { readonly row: CookieRow; readonly analysed: AnalysedFlow }) {
  const { uses, loss, state } = row;
  const missing = uses.filter(({ is }) => is === 'missing');
  const unseen = uses.filter(({ is }) => is === 'unseen');
  if (missing.length > 0) {
    const reasons = [...new Set(missing.map((use) => use.loss ?? 'unknown'))];
    return (
      <span class={state === 'removed' ? 'quiet' : state === 'lost' ? 'error' : 'warning'}>
        <Steps uses={missing} analysed={analysed} />: {reasons.map(cookieLossWord).join('; ')}
      </span>
    );
  }
  if (loss !== null) return <span class="warning">not stored: {cookieLossWord(loss)}</span>;
  if (unseen.length > 0) {
    return (
      <span class="quiet">
        cannot tell at <Steps uses={unseen} analysed={analysed} />: the recording does not show its
        cookies
      </span>
    );
  }
  return <span class="quiet">–</span>;
}

/** One cookie of the ledger; what is known of it unfolds. */
export function CookieItem({
  row,
  analysed,
}: {
  readonly row: CookieRow;
  readonly analysed: AnalysedFlow;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { name, state, uses } = row;
  const [mark, word] = COOKIE_WORDS[state];
  const sent = uses.filter(({ is }) => is === 'sent');
  const last = row.settings.at(-1);
  return (
    <li class="cookie-row" data-testid="cookie-row" data-cookie={name} data-state={state}>
      <div class="cookie-cells">
        <div class="cookie-name">
          <UnfoldButton open={open} controls={id} onToggle={() => setOpen(!open)}>
            <span class={`sign ${TONES[state]}`} role="img" aria-label={word} title={word}>
              {mark}
            </span>{' '}
            <span class="mono">{visible(name.slice(0, 200)) || '(without a name)'}</span>
          </UnfoldButton>
          {last && <div class="cookie-short quiet mono">{visible(shortAttributes(last))}</div>}
        </div>
        <Cell head="Set by">
          <SetBy row={row} analysed={analysed} />
        </Cell>
        <Cell head="Sent" empty={sent.length === 0}>
          {sent.length > 0 ? (
            <Steps uses={sent} analysed={analysed} />
          ) : (
            <span class="quiet">–</span>
          )}
        </Cell>
        <Cell head="Missing" empty={uses.length === sent.length && row.loss === null}>
          <Missing row={row} analysed={analysed} />
        </Cell>
      </div>
      <div id={id} class="token-details" hidden={!open}>
        {open && <CookieDetails row={row} analysed={analysed} />}
      </div>
    </li>
  );
}
