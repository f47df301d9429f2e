import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { flowTree, type PlacedFlow } from '../../../../src/conclusion/flow-tree.ts';
import { hostOf } from '../../../../src/http/url.ts';
import { attemptTitle } from '../../../../src/words/attempt-titles.ts';
import { asksForNoToken, grantWord } from '../../../../src/words/grant-words.ts';
import { count } from '../../../../src/words/numbers.ts';
import { endingWord } from '../../../../src/words/outcomes.ts';
import { CLIENT_UNKNOWN, SERVER_UNKNOWN } from '../../../../src/words/parties.ts';
import { NO_FLOW, relationWord } from '../../../../src/words/relations.ts';
import { useStore } from '../../model/context.ts';
import { safeText } from '../../view/finding-text.ts';
import { OUTSIDE } from '../../view/outside-flow.ts';
import { momentTitle, timeOfDay } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { FlowSign } from '../common/icons.tsx';
import { PinSign } from '../remarks/pin-sign.tsx';

const STEP = 300;
/** Deeper flows are indented like this one, so a hostile recording leaves room for text. */
const DEEPEST = 8;

function WhoRow({ analysed: { flow } }: { readonly analysed: AnalysedFlow }) {
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

function Signs({ analysed: { findings } }: { readonly analysed: AnalysedFlow }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return (
    <span class="signs">
      {errors > 0 && <span class="error">{count(errors, 'error')}</span>}
      {warnings > 0 && <span class="warning">{count(warnings, 'warning')}</span>}
    </span>
  );
}

function FlowRow({ analysed, depth }: PlacedFlow) {
  const store = useStore();
  const { flow, outcome, verdict } = analysed;
  const isCurrent = store.current.value?.flow.id === flow.id;
  return (
    <li class={depth === 0 ? '' : 'child'} style={{ '--depth': Math.min(depth, DEEPEST) }}>
      <button
        type="button"
        class="flow-row"
        data-row
        data-testid="flow"
        data-flow-id={flow.id}
        data-outcome={outcome}
        aria-current={isCurrent}
        onClick={() => store.openFlow(flow.id)}
      >
        <span class="line">
          <FlowSign sign={verdict.sign} />
          <WhoRow analysed={analysed} />
          <PinSign flow={flow} />
        </span>
        {flow.id !== OUTSIDE && (
          <span class="line sub">
            <span class={`outcome ${verdict.sign}`}>{endingWord(outcome, verdict.sign)}</span>
            {!asksForNoToken(flow.grant) && <span class="quiet">{grantWord(flow.grant)}</span>}
            {flow.parent !== null && <span class="quiet">{relationWord(flow)}</span>}
            <Signs analysed={analysed} />
            <time class="mono quiet" title={momentTitle(flow.startedAt)}>
              {timeOfDay(flow.startedAt)}
            </time>
          </span>
        )}
        <span class="line summary">{safeText(verdict.text, flow.messages)}</span>
      </button>
    </li>
  );
}

/** Scrolls to the end of the list while the end is visible. */
function useFollowEnd(length: number) {
  const list = useRef<HTMLUListElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const element = list.current;
    if (element && atEnd.current && length > 0) element.scrollTop = element.scrollHeight;
  }, [length]);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const onScroll = () => {
      const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
      atEnd.current = rest < 24;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, []);
  return list;
}

/** The flows that pass the filter, newest last. */
export function FlowList() {
  const store = useStore();
  const [limit, setLimit] = useState(STEP);
  const flows = flowTree(store.shown.value);
  const list = useFollowEnd(flows.length);
  const older = flows.length - limit;
  return (
    <ul class="flows" ref={list} aria-label="Flows">
      {older > 0 && (
        <li>
          <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
            show {Math.min(older, STEP)} older of {count(older, 'flow')}
          </button>
        </li>
      )}
      {flows.slice(Math.max(older, 0)).map(({ analysed, depth }) => (
        <FlowRow key={analysed.flow.id} analysed={analysed} depth={depth} />
      ))}
      {flows.length === 0 && (
        <li class="note quiet">
          No flows match the filter.{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              store.settings.filter.value = '';
            }}
          >
            Show all
          </button>
        </li>
      )}
    </ul>
  );
}
