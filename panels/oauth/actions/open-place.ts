import { flowSteps } from '../../../src/conclusion/steps.ts';
import type { Store } from '../model/store.ts';
import { flowAt, parsePlace } from '../view/place-text.ts';

/** Opens the flow and the step that a text refers to. False for any other text. */
export function openPlace(text: string, store: Store): boolean {
  const place = parsePlace(text);
  const analysed = place && flowAt(store.flows.value, place);
  if (!analysed) return false;
  store.openFlow(analysed.flow.id);
  const step = place.step === null ? undefined : flowSteps(analysed).steps[place.step - 1];
  if (step) store.openStep(step.key);
  store.say(`Opened flow ${place.flow}${step ? `, step ${step.index + 1}` : ''}`);
  return true;
}
