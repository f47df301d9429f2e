import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { offeredFaults } from '../../../../src/rehearsal/all-faults.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { FaultItem } from './fault-item.tsx';
import { RunOfAll } from './run-of-all.tsx';
import { SiteAccessNote, useSiteAccess } from './site-access-note.tsx';
import { WhatTheAppDid } from './what-the-app-did.tsx';
import '../../styles/rehearse.css';

/** The faults that can be switched on for the login of a flow, and what the application did. */
export function Rehearse({ analysed }: { readonly analysed: AnalysedFlow }) {
  const { run } = useStore().rehearsing;
  const isRunning = run.value !== null && run.value.index < run.value.plans.length;
  const offers = offeredFaults(analysed.flow);
  const offered = offers.filter(({ grey }) => grey === null);
  const grey = offers.filter((one) => one.grey !== null);
  const access = useSiteAccess();
  return (
    <section class="rehearse" aria-label="Rehearse">
      <p class="quiet">
        Switches one fault on in the inspected page, until your application has met it, until you
        stop it, or for five minutes. No other tab is touched. It ends within three seconds when
        DevTools are closed. Calls of workers, and the first calls of a page that has just loaded,
        may not be reached.
      </p>
      <SiteAccessNote access={access} offers={offers} />
      <RunOfAll offered={offered} granted={access?.all.origins ?? []} />
      {!isRunning && <WhatTheAppDid />}
      <ul class="faults" aria-label="Faults">
        {offered.map((one) => (
          <FaultItem key={one.fault.id} offered={one} granted={access?.all.origins ?? []} />
        ))}
      </ul>
      {grey.length > 0 && (
        <details class="grey-faults" open={offered.length === 0}>
          <summary>{count(grey.length, 'fault')} not possible with this login</summary>
          <ul class="faults" aria-label="Faults that are not possible">
            {grey.map(({ fault, grey: why }) => (
              <li key={fault.id} class="quiet" data-fault={fault.id}>
                <strong>{fault.title}</strong>: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
