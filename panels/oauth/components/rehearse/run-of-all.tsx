import { useState } from 'preact/hooks';
import type { OfferedFault } from '../../../../src/rehearsal/all-faults.ts';
import { chosenPlan } from '../../../../src/rehearsal/chosen-plan.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { foreignHosts } from '../../view/foreign-hosts.ts';
import { visible } from '../../view/visible.ts';
import { RunProgress } from './run-progress.tsx';
import { RunTable } from './run-table.tsx';

interface Choice {
  readonly offered: readonly OfferedFault[];
  /** Patterns of the sites that rules may act in. */
  readonly granted: readonly string[];
}

/** Chosen faults one after the other, each with the login started again, and a table in the end. */
export function RunOfAll(choice: Choice) {
  const store = useStore();
  const run = store.rehearsing.run.value;
  const isOn = run !== null && run.index < run.plans.length;
  if (isOn) return <RunProgress run={run} />;
  return (
    <>
      {run && run.rows.length > 0 && <RunTable rows={run.rows} />}
      <RunChoice {...choice} />
    </>
  );
}

function RunChoice({ offered: all, granted }: Choice) {
  const { rehearsing } = useStore();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asks, setAsks] = useState(false);
  const planned = all.map((one) => ({ fault: one.fault, plan: chosenPlan(one, granted) }));
  const offered = planned.filter(({ plan }) => plan !== null);
  const plans = offered.flatMap(({ plan, fault }) => (plan && !left.has(fault.id) ? [plan] : []));
  const foreign = [...new Set(plans.flatMap(foreignHosts))];
  const begin = () => {
    setAsks(false);
    const [first] = plans;
    if (!first) return;
    const before = rehearsing.last.value?.id ?? null;
    rehearsing.run.value = { plans, index: 0, before, rows: [] };
    rehearsing.arm(first);
  };
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <details class="run-of-all" data-testid="run-of-all">
      <summary>Run several, one after the other</summary>
      <fieldset>
        <legend class="quiet">
          Each is switched on in turn. You start the login again or use the application, and a table
          says in the end what it did.
        </legend>
        {offered.map(({ fault }) => (
          <label key={fault.id}>
            <input
              type="checkbox"
              checked={!left.has(fault.id)}
              onChange={(event) => choose(fault.id, event.currentTarget.checked)}
            />
            {fault.title}
          </label>
        ))}
      </fieldset>
      <p class="run-buttons">
        <button
          type="button"
          class="plain"
          disabled={plans.length === 0}
          onClick={() => (foreign.length > 0 ? setAsks(true) : begin())}
        >
          Start the run of {count(plans.length, 'fault')}
        </button>
        <button type="button" class="plain" onClick={() => setLeft(new Set())}>
          Choose all
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => setLeft(new Set(offered.map(({ fault }) => fault.id)))}
        >
          Choose none
        </button>
      </p>
      {asks && (
        <div class="fault-asks" role="alert">
          {foreign.map(visible).join(', ')}: neither on this machine nor in a private network. The
          operator may notice.{' '}
          <button type="button" class="plain" onClick={begin}>
            Start all the same
          </button>{' '}
          <button type="button" class="plain" onClick={() => setAsks(false)}>
            Cancel
          </button>
        </div>
      )}
    </details>
  );
}
