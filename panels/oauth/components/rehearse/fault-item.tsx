import { useState } from 'preact/hooks';
import { isDevelopmentHost } from '../../../../src/http/development-host.ts';
import { hostOf, parseUrl } from '../../../../src/http/url.ts';
import type { OfferedFault } from '../../../../src/rehearsal/all-faults.ts';
import { chosenPlan, serverOf } from '../../../../src/rehearsal/chosen-plan.ts';
import type { PagePlan } from '../../../../src/rehearsal/page-plan.ts';
import type { RulePlan } from '../../../../src/rehearsal/rule-plan.ts';
import { useStore } from '../../model/context.ts';
import { visible } from '../../view/visible.ts';
import { SpecLinks } from '../flow/spec-links.tsx';

/** A server that is neither on this machine nor in a private network has an operator who may notice. */
function foreignHost(plan: PagePlan | RulePlan): string | null {
  const url = serverOf(plan);
  const host = parseUrl(url)?.hostname ?? '';
  return isDevelopmentHost(host) ? null : hostOf(url);
}

/** One fault with its switch. A host that others run is named before anything is switched on. */
export function FaultItem({
  offered,
  granted,
}: {
  readonly offered: OfferedFault;
  /** Patterns of the sites that rules may act in. */
  readonly granted: readonly string[];
}) {
  const { fault } = offered;
  const store = useStore();
  const [asks, setAsks] = useState(false);
  const plan = chosenPlan(offered, granted);
  const last = store.rehearsing.last.value;
  const isOn = last !== null && last.ended === null && last.fault === fault.id;
  const foreign = plan && foreignHost(plan);
  const arm = () => {
    setAsks(false);
    if (plan) store.rehearsing.arm(plan);
  };
  const press = () => {
    if (isOn) store.rehearsing.stop();
    else if (foreign !== null) setAsks(true);
    else arm();
  };
  const titleId = `fault-${fault.id}`;
  return (
    <li class={isOn ? 'fault on' : 'fault'} data-fault={fault.id}>
      <div class="fault-head">
        <strong id={titleId}>{fault.title}</strong>
        <button
          type="button"
          role="switch"
          class="plain"
          aria-checked={isOn}
          aria-labelledby={titleId}
          disabled={!plan}
          onClick={press}
        >
          {isOn ? 'Stop' : plan ? 'Switch on' : 'Needs access'}
        </button>
      </div>
      {asks && foreign !== null && (
        <div class="fault-asks" role="alert">
          {visible(foreign)} is neither on this machine nor in a private network. Its operator may
          notice.{' '}
          <button type="button" class="plain" onClick={arm}>
            Switch on all the same
          </button>{' '}
          <button type="button" class="plain" onClick={() => setAsks(false)}>
            Cancel
          </button>
        </div>
      )}
      <p>{fault.does}</p>
      <p class="quiet">At the server: {fault.atServer}</p>
      <p class="quiet">
        A good application: {fault.good} <SpecLinks specs={fault.specs} />
      </p>
    </li>
  );
}
