import { useId, useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { comparisonOf } from '../../../../src/conclusion/comparisons.ts';
import type { FindingNode } from '../../../../src/conclusion/finding-tree.ts';
import { useStore } from '../../model/context.ts';
import { lazy } from '../../model/lazy.tsx';
import { safeText } from '../../view/finding-text.ts';
import { SeveritySign } from '../common/icons.tsx';
import { ComparedValues } from './compared-values.tsx';
import { HiddenCheck } from './hidden-check.tsx';
import { StepLinks } from './step-links.tsx';
import { Told } from './told-text.tsx';

const FindingDetails = lazy(() =>
  import('./finding-details-body.tsx').then((view) => view.FindingDetails),
);

interface Props {
  readonly node: FindingNode;
  readonly analysed: AnalysedFlow;
  /** Index of the step at which it is shown. */
  readonly step: number | null;
}

/** Whether a click ended a selection of text, or was meant for a control inside. */
function isForText({ target, currentTarget }: MouseEvent): boolean {
  if (target instanceof Element && target.closest('a, button, summary')) return true;
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !(currentTarget instanceof Node)) return false;
  return [selection.anchorNode, selection.focusNode].some((node) => currentTarget.contains(node));
}

/** One finding, collapsed to what was observed. Its consequences are below it. */
export function FindingItem({ node, analysed, step }: Props) {
  const store = useStore();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { finding, followers } = node;
  const isFollower = finding.causedBy !== null;
  const elsewhere = finding.message !== null && finding.message !== step ? finding.message : null;
  const compared = isFollower ? null : comparisonOf(finding, analysed.flow);
  // The verdict above has the evidence of its cause.
  const isTold = finding === analysed.verdict.cause;
  const toggle = () => setOpen(!open);
  const tree = followers.length > 0 && (
    <ul class="followers" aria-label="Consequences">
      {followers.map((follower, index) => (
        <FindingItem
          key={`${follower.finding.check} ${index}`}
          node={follower}
          analysed={analysed}
          step={step}
        />
      ))}
    </ul>
  );
  if (store.settings.hiddenChecks.value.includes(finding.check)) {
    if (!tree) return null;
    return (
      <li class="hidden-check quiet">
        Consequences of a hidden finding <HiddenCheck check={finding.check} />
        {tree}
      </li>
    );
  }
  return (
    <li
      class={`finding ${finding.severity}`}
      data-testid="finding"
      data-check={finding.check}
      data-severity={finding.severity}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same by keyboard. */}
      <div
        class="finding-row"
        onClick={(event) => {
          if (!isForText(event)) toggle();
        }}
      >
        <button
          type="button"
          class="disclosure"
          data-row
          data-finding={finding.check}
          aria-expanded={open}
          aria-controls={id}
          aria-labelledby={`${id}-title`}
          onClick={toggle}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </button>
        <SeveritySign severity={finding.severity} />
        <div class="finding-words">
          <p class="title" id={`${id}-title`}>
            {isFollower && <span class="quiet">Consequence: </span>}
            {elsewhere !== null && <span class="quiet">step {elsewhere + 1}: </span>}
            {safeText(finding.title, analysed.flow.messages)}
            {finding.again.length > 0 && ` ×${finding.again.length + 1}`}
          </p>
          {finding.again.length > 0 && (
            <p>
              <StepLinks finding={finding} flow={analysed.flow} />
            </p>
          )}
          {!open && !isFollower && !isTold && finding.observed !== '' && (
            <p class="observed">
              <Told text={finding.observed} references={finding.references} analysed={analysed} />
            </p>
          )}
          {compared && <ComparedValues comparison={compared} analysed={analysed} />}
        </div>
      </div>
      <div id={id} class="finding-details" hidden={!open}>
        {open && <FindingDetails finding={finding} analysed={analysed} />}
      </div>
      {tree}
    </li>
  );
}
