import type { Unclear } from '../../../src/flow/finding.ts';
import type { AnalysedFlow } from '../../../src/flow/flow.ts';
import { useStore } from '../context.ts';
import { safeText } from '../finding-text.ts';
import { SHORT_LANES, type Step, type StepValue, shortUrl } from '../steps.ts';
import { absoluteTime, after } from '../time.ts';
import { visible } from '../visible.ts';
import { kindWord } from '../words.ts';
import { FindingItem } from './finding.tsx';
import { Same } from './value.tsx';

const MAX_VALUES = 6;

function Chip({ carried }: { readonly carried: StepValue }) {
  const { name, value, sameAs } = carried;
  const title =
    sameAs === null
      ? `${name}: seen here first`
      : `${name}: the same value as in step ${sameAs + 1}`;
  return (
    <Same value={value}>
      <span class="chip mono" title={title}>
        {visible(name)}
        {sameAs !== null && <span class="ok"> ✓</span>}
      </span>
    </Same>
  );
}

function Arrow({ step }: { readonly step: Step }) {
  const { from, to, message } = step;
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
        <span class="label">{kindWord(message.kind)}</span>
      </span>
    </span>
  );
}

function StepRow({ step, start }: { readonly step: Step; readonly start: number }) {
  const store = useStore();
  const { message, answer, from, to, index } = step;
  const { exchange } = message;
  const time = index === 0 ? '0 ms' : after(start, exchange.startedAt);
  return (
    <button
      type="button"
      class="step-row"
      data-row
      data-step={step.key}
      aria-current={store.stepKey.value === step.key}
      onClick={() => store.openStep(step.key)}
    >
      <span class="number mono quiet">{index + 1}</span>
      <span class="narrow-words">
        <span class="chip lane">
          {SHORT_LANES[from]} → {SHORT_LANES[to]}
        </span>{' '}
        {kindWord(message.kind)}
      </span>
      <Arrow step={step} />
      <span class={answer.bad ? 'answer mono bad' : 'answer mono'}>{visible(answer.text)}</span>
      <time class="mono quiet" title={absoluteTime(exchange.startedAt)}>
        {time}
      </time>
      <span class="where mono quiet">
        {visible(exchange.request.method)} {visible(shortUrl(exchange.request.url).slice(0, 300))}
      </span>
    </button>
  );
}

/** What could not be judged, and for want of what. */
export function UnclearList({
  unclear,
  analysed,
}: {
  readonly unclear: readonly Unclear[];
  readonly analysed: AnalysedFlow;
}) {
  if (unclear.length === 0) return null;
  return (
    <details class="unclear">
      <summary data-row>
        <span class="sign quiet" aria-hidden="true">
          ◌
        </span>{' '}
        cannot tell: {unclear.length}
      </summary>
      <ul>
        {unclear.map(({ check, reason }) => (
          <li key={`${check} ${reason}`}>
            <span class="mono quiet">{check}</span> {safeText(reason, analysed.flow.messages)}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

/** One message of the flow with its findings right under its arrow. */
export function StepItem({ step, analysed }: Props) {
  const { flow, findings } = analysed;
  const stepOf = (check: string | null) =>
    findings.find((finding) => finding.check === check)?.message ?? null;
  return (
    <li class="step" data-testid="step" data-kind={step.message.kind}>
      <StepRow step={step} start={flow.messages[0]?.exchange.startedAt ?? flow.startedAt} />
      {step.values.length > 0 && (
        <div class="chips">
          {step.values.slice(0, MAX_VALUES).map((carried) => (
            <Chip key={`${carried.name} ${carried.value}`} carried={carried} />
          ))}
          {step.values.length > MAX_VALUES && (
            <span class="quiet">and {step.values.length - MAX_VALUES} more</span>
          )}
        </div>
      )}
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
      {step.elsewhere.map((finding) => {
        const cause = stepOf(finding.causedBy);
        return (
          <p class="elsewhere quiet" key={finding.check}>
            └ {safeText(finding.title, flow.messages)}: follows from{' '}
            {cause === null ? 'what is said above' : `step ${cause + 1}`}
          </p>
        );
      })}
      <UnclearList unclear={step.unclear} analysed={analysed} />
    </li>
  );
}
