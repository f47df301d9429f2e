import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { flowSteps, type Step } from '../../../src/conclusion/steps.ts';
import type { Store } from '../model/store.ts';
import { rowFactsAt } from '../view/row-facts.ts';
import type { MenuTarget } from './menu-entry.ts';

/** The flow around an element: that of a row of the list, of an inner flow, or the selected one. */
function flowAround(element: Element, store: Store): AnalysedFlow | null {
  const id = element.closest<HTMLElement>('[data-flow-id]')?.dataset.flowId;
  const found = id === undefined ? undefined : store.flows.value.find(({ flow }) => flow.id === id);
  return found ?? store.current.value;
}

function stepWithKey(analysed: AnalysedFlow, key: string | undefined): Step | null {
  return flowSteps(analysed).steps.find((step) => step.key === key) ?? null;
}

/** The step that the conclusion rests on. */
function failingStep(analysed: AnalysedFlow): Step | null {
  const at = analysed.verdict.cause?.message ?? null;
  return at === null ? null : (flowSteps(analysed).steps[at] ?? null);
}

/** What an element of the panel is about. Null where there is nothing to copy. */
export function menuTarget(element: Element, store: Store): MenuTarget | null {
  const analysed = flowAround(element, store);
  const row = rowFactsAt(element);
  if (!analysed) return row && { analysed, step: null, finding: null, row, on: 'value' };
  const item = element.closest('[data-testid="step"]');
  const rowKey = (item ?? element).querySelector<HTMLElement>('[data-step]')?.dataset.step;
  const key = element.closest<HTMLElement>('[data-step]')?.dataset.step ?? rowKey;
  const inMessage = element.closest('[data-region="message"]') !== null;
  const step = inMessage ? store.step.value : stepWithKey(analysed, item ? key : undefined);
  const check = element.closest<HTMLElement>('[data-check]')?.dataset.check;
  const own = analysed.findings.filter((one) => one.check === check);
  const finding = own.find(({ message }) => message === step?.index) ?? own[0] ?? null;
  if (row) return { analysed, step, finding, row, on: 'value' };
  if (finding) {
    const at = finding.message === null ? undefined : flowSteps(analysed).steps[finding.message];
    return { analysed, step: at ?? step, finding, row, on: 'finding' };
  }
  if (step) return { analysed, step, finding, row, on: 'step' };
  if (element.closest('[data-region="flows"]')) {
    const isRow = element.closest('[data-flow-id]') !== null;
    return isRow ? { analysed, step: failingStep(analysed), finding, row, on: 'flow' } : null;
  }
  if (!element.closest('[data-region="flow"]')) return null;
  return {
    analysed,
    step: failingStep(analysed),
    finding: analysed.verdict.cause,
    row,
    on: 'conclusion',
  };
}
