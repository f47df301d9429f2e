import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { comparisonMark } from '../../../../src/conclusion/comparisons.ts';
import { type Step, type StepValue, shortUrl } from '../../../../src/conclusion/steps.ts';
import { messageRemark } from '../../../../src/flow/facts/remarks.ts';
import type { Flow } from '../../../../src/flow/flow.ts';
import type { Exchange } from '../../../../src/http/exchange.ts';
import { messageWord } from '../../../../src/words/kinds.ts';
import { shortLaneWord } from '../../../../src/words/lanes.ts';
import { senderWord } from '../../../../src/words/senders.ts';
import { useStore } from '../../model/context.ts';
import { safeText } from '../../view/finding-text.ts';
import { isSecret } from '../../view/masking.ts';
import { showing } from '../../view/row-facts.ts';
import { startedAtTitle, timeInFlow } from '../../view/time.ts';
import { beginning, visible } from '../../view/visible.ts';
import { Same } from '../message/value.tsx';
import { RemarkSign } from '../remarks/pin-sign.tsx';
import { FindingItem } from './finding-row.tsx';
import { useLanes } from './lane-heads.tsx';
import { UnclearList } from './unclear-list.tsx';

const MAX_VALUES = 6;
const MAX_ANSWER = 200;

function Chip({ carried }: { readonly carried: StepValue }) {
  const { name, value, result, compared } = carried;
  const found = result && comparisonMark(result);
  return (
    <Same value={value}>
      <span
        class={found ? `chip mono ${found.tone}` : 'chip mono'}
        title={`${name}: ${compared ?? 'seen here first'}`}
        ref={showing({ name, value, secret: isSecret(name, value) })}
      >
        {visible(name)}
        {found && (
          <>
            {' '}
            <span class={found.tone} aria-hidden="true">
              {found.mark}
            </span>
            <span class="unseen">{found.word}</span>
          </>
        )}
      </span>
    </Same>
  );
}

/** What differs is never left out. */
const differsFirst = (a: StepValue, b: StepValue): number =>
  Number(b.result === 'differs') - Number(a.result === 'differs');

function Chips({ values }: { readonly values: readonly StepValue[] }) {
  const shown = values.length > MAX_VALUES ? values.toSorted(differsFirst) : values;
  return (
    <span class="chips">
      {shown.slice(0, MAX_VALUES).map((carried) => (
        <Chip key={`${carried.name} ${carried.value}`} carried={carried} />
      ))}
      {values.length > MAX_VALUES && <span>and {values.length - MAX_VALUES} more</span>}
    </span>
  );
}

function Arrow({ step }: { readonly step: Step }) {
  const lanes = useLanes();
  const { message } = step;
  const [from, to] = [lanes.indexOf(step.from), lanes.indexOf(step.to)];
  const left = Math.min(from, to);
  const style = { gridColumn: `${left * 2 + 2} / ${Math.max(from, to) * 2 + 2}` };
  const silent = message.exchange.response === null;
  return (
    <span class="lanes" aria-hidden="true">
      <span
        class={`arrow ${to > from ? 'right' : 'left'} ${silent ? 'broken' : ''} ${
          step.answer.bad ? 'bad' : ''
        }`}
        style={style}
      >
        <span class="label">{messageWord(message)}</span>
      </span>
    </span>
  );
}

/** Names the tab, popup or frame of a message where it is not the inspected page. */
function SenderChip({ exchange }: { readonly exchange: Exchange }) {
  const sender = senderWord(exchange);
  return (
    sender && (
      <span class="chip sender" title={sender.text}>
        {sender.word}
      </span>
    )
  );
}

function StepRow({ step, flow }: { readonly step: Step; readonly flow: Flow }) {
  const store = useStore();
  const { message, answer, calm, from, to } = step;
  const { exchange } = message;
  const start = flow.messages[0]?.exchange.startedAt ?? flow.startedAt;
  const isCurrent = store.stepKey.value === step.key && store.current.value?.flow.id === flow.id;
  return (
    <button
      type="button"
      class="step-row"
      data-row
      data-step={step.key}
      aria-current={isCurrent}
      onClick={() => {
        store.openFlow(flow.id);
        store.openStep(step.key);
      }}
    >
      <span class="number mono quiet">{step.index + 1}</span>
      <span class="narrow-words">
        <span class="chip lane">
          {shortLaneWord(from)} → {shortLaneWord(to)}
        </span>{' '}
        {messageWord(message)}
      </span>
      <Arrow step={step} />
      <span class={answer.bad ? 'answer mono bad' : 'answer mono'}>
        {visible(beginning(answer.text, MAX_ANSWER))}
      </span>
      <time class="mono quiet" title={startedAtTitle(exchange, flow)}>
        {timeInFlow(exchange.startedAt, start)}
      </time>
      <span class="where quiet">
        <span class="url mono">
          {visible(exchange.request.method)} {visible(shortUrl(exchange.request.url).slice(0, 300))}
        </span>
        <RemarkSign remark={messageRemark(message)} />
        <SenderChip exchange={exchange} />
        <Chips values={step.values} />
        {calm !== null && <span class="calm">{calm}</span>}
      </span>
    </button>
  );
}

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

/** One message of the flow, with its findings under its arrow. */
export function StepItem({ step, analysed }: Props) {
  const { flow } = analysed;
  return (
    <li class="step" data-testid="step" data-kind={step.message.kind}>
      <StepRow step={step} flow={flow} />
      {step.findings.length > 0 && (
        <ul class="findings" aria-label={`Findings of step ${step.index + 1}`}>
          {step.findings.map((node, index) => (
            <FindingItem
              key={`${node.finding.check} ${index}`}
              node={node}
              analysed={analysed}
              step={step.index}
            />
          ))}
        </ul>
      )}
      {step.elsewhere.map((finding, index) => {
        const cause = finding.causedBy?.message ?? null;
        return (
          <p class="elsewhere quiet" key={`${finding.check} ${index}`}>
            └ {safeText(finding.title, flow.messages)}: consequence of{' '}
            {cause === null ? 'a finding above' : `step ${cause + 1}`}
          </p>
        );
      })}
      <UnclearList unclear={step.unclear} analysed={analysed} />
    </li>
  );
}
