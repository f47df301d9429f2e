import type { Finding } from '../../../../src/checks/finding.ts';
import { stepKey } from '../../../../src/conclusion/steps.ts';
import type { Flow } from '../../../../src/flow/flow.ts';
import { PlaceLink } from '../common/place-link.tsx';

const MAX_LINKS = 5;

/** Links to the steps of a finding: the first, and those where the same was found again. */
export function StepLinks({ finding, flow }: { readonly finding: Finding; readonly flow: Flow }) {
  const { message, again } = finding;
  if (message === null) return null;
  const all = [message, ...again].filter((index) => flow.messages[index] !== undefined);
  const shown = all.slice(0, MAX_LINKS).flatMap((index) => {
    const found = flow.messages[index];
    return found ? [{ index, key: stepKey(found) }] : [];
  });
  return (
    <span class="step-links">
      {shown.map(({ index, key }, position) => (
        <span key={key}>
          {position > 0 && ', '}
          <PlaceLink flow={flow.id} step={key}>
            step {index + 1} ↗
          </PlaceLink>
        </span>
      ))}
      {all.length > MAX_LINKS && ` and ${all.length - MAX_LINKS} more`}
    </span>
  );
}
