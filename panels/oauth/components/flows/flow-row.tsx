import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { hostOf } from '../../../../src/http/url.ts';
import { attemptTitle } from '../../../../src/words/attempt-titles.ts';
import { asksForNoToken, grantWord } from '../../../../src/words/grant-words.ts';
import { count } from '../../../../src/words/numbers.ts';
import { endingWord } from '../../../../src/words/outcomes.ts';
import { CLIENT_UNKNOWN, SERVER_UNKNOWN } from '../../../../src/words/parties.ts';
import { NO_FLOW, relationWord } from '../../../../src/words/relations.ts';
import { severityMark } from '../../../../src/words/severities.ts';
import type { FlowRowData } from '../../view/flow-rows.ts';
import { OUTSIDE } from '../../view/outside-flow.ts';
import { shortSentence } from '../../view/short-sentence.ts';
import { momentTitle, timeOfDay } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { FlowSign } from '../common/icons.tsx';
import { PinSign } from '../remarks/pin-sign.tsx';
import { ROW_HEIGHT } from './use-row-window.ts';

/** Deeper flows are indented like this one, so a hostile recording leaves room for text. */
const DEEPEST = 8;

function Who({ analysed: { flow } }: { readonly analysed: AnalysedFlow }) {
  if (flow.id === OUTSIDE) return <span class="who">{NO_FLOW}</span>;
  const title = attemptTitle(flow);
  if (title !== null) return <span class="who">{visible(title)}</span>;
  const server = flow.authorizationServer;
  return (
    <span class="who">
      <span class="client">{visible(flow.client ?? CLIENT_UNKNOWN)}</span>
      <span aria-hidden="true">→</span>
      <span>{server ? visible(hostOf(server)) : SERVER_UNKNOWN}</span>
    </span>
  );
}

function Warnings({ analysed: { findings } }: { readonly analysed: AnalysedFlow }) {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (warnings === 0) return null;
  const words = count(warnings, 'warning');
  return (
    <span class="warning" role="img" aria-label={words} title={words}>
      {severityMark('warning')} {warnings}
    </span>
  );
}

function Detail({ analysed }: { readonly analysed: AnalysedFlow }) {
  const { flow, verdict } = analysed;
  const isPlain = verdict.sign === 'good' && !asksForNoToken(flow.grant);
  return (
    <span class="short">
      {flow.parent !== null && `${relationWord(flow)} · `}
      {shortSentence(analysed)}
      {isPlain && ` · ${grantWord(flow.grant)}`}
    </span>
  );
}

/** The time, below its date when it is not today. */
function When({ at }: { readonly at: number }) {
  const text = timeOfDay(at).replace(' ', '\n');
  return (
    <time class={`mono quiet ${text.includes('\n') ? 'dated' : ''}`} title={momentTitle(at)}>
      {text}
    </time>
  );
}

interface Props {
  readonly row: FlowRowData;
  readonly index: number;
  readonly entries: number;
  readonly isCurrent: boolean;
  /** Whether Tab reaches this row. */
  readonly isStop: boolean;
  readonly onOpen: (id: string) => void;
  readonly onFold: (row: FlowRowData) => void;
}

/** One flow of the list, or the last of attempts that repeat each other. */
export function FlowRow({ row, index, entries, isCurrent, isStop, onOpen, onFold }: Props) {
  const { analysed, depth, folds, unfolded, attempts, position } = row;
  const { flow, outcome, verdict } = analysed;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of its items.
    <div
      class="flow-row"
      role="treeitem"
      tabIndex={isStop ? 0 : -1}
      aria-level={depth + 1}
      aria-selected={isCurrent}
      aria-current={isCurrent}
      aria-expanded={folds === null ? undefined : unfolded}
      aria-posinset={position ?? undefined}
      aria-setsize={position === null ? undefined : entries}
      style={{ top: `${index * ROW_HEIGHT}px`, '--depth': Math.min(depth, DEEPEST) }}
      data-row
      data-testid="flow"
      data-flow-id={flow.id}
      data-outcome={outcome}
      data-sign={verdict.sign}
      onClick={() => onOpen(flow.id)}
    >
      <span class="line">
        {folds !== null && (
          <span
            class="twisty"
            aria-hidden="true"
            title={unfolded ? 'Hide the earlier attempts' : 'Show the earlier attempts'}
            data-testid="twisty"
            onClick={(event) => {
              event.stopPropagation();
              onFold(row);
            }}
          >
            {unfolded ? '▾' : '▸'}
          </span>
        )}
        <FlowSign sign={verdict.sign} />
        <span class="for-readers">{endingWord(outcome, verdict.sign)}: </span>
        <Who analysed={analysed} />
        {attempts > 1 && (
          <span class="attempts" title={`${attempts} attempts that ended alike`}>
            <span aria-hidden="true">↻ ×{attempts}</span>
            <span class="for-readers">, the last of {attempts} attempts that ended alike</span>
          </span>
        )}
        <PinSign flow={flow} />
        {verdict.sign !== 'bad' && <Warnings analysed={analysed} />}
      </span>
      {flow.id !== OUTSIDE && <When at={flow.startedAt} />}
      <Detail analysed={analysed} />
    </div>
  );
}
