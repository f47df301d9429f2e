import { useState } from 'preact/hooks';
import type { OfferedFault } from '../../../../src/rehearsal/all-faults.ts';
import { chosenPlan } from '../../../../src/rehearsal/chosen-plan.ts';
import { useStore } from '../../model/context.ts';
import { foreignHosts } from '../../view/foreign-hosts.ts';
import { visible } from '../../view/visible.ts';
import { SpecLinks } from '../flow/spec-links.tsx';

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
  const [foreign = null] = plan ? foreignHosts(plan) : [];
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
      {fault.needs !== undefined && <p class="quiet">To meet it: {fault.needs}</p>}
      <p class="quiet">At the server: {fault.atServer}</p>
      <p class="quiet">
        A good application: {fault.good} <SpecLinks specs={fault.specs} />
      </p>
    </li>
  );
}
