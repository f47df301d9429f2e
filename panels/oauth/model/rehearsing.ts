import { signal } from '@preact/signals';
import type { Rehearsal, RehearsalPort } from '../../../src/extension/handover.ts';
import type { PagePlan } from '../../../src/rehearsal/page-plan.ts';
import type { RehearsalRow } from '../../../src/rehearsal/rehearsal-rows.ts';
import type { RulePlan } from '../../../src/rehearsal/rule-plan.ts';

/** Several faults, one after the other. */
export interface RehearsalRun {
  readonly plans: readonly (PagePlan | RulePlan)[];
  /** Which of them is on. As many as there are when the run is over. */
  readonly index: number;
  /** Id of the rehearsal before this one, which is not of the run. */
  readonly before: string | null;
  /** What the application did with those that are done. */
  readonly rows: readonly RehearsalRow[];
}

/** The fault that is switched on in the inspected page. */
export class Rehearsing {
  /** The last rehearsal, also when it is over; null when there was none. */
  readonly last = signal<Rehearsal | null>(null);
  /** Whether there is a page to rehearse in. */
  readonly possible = signal(false);
  /** What switches faults on; null without a page. */
  port: RehearsalPort | null = null;
  /** The run that is under way or was the last; null when there was none. */
  readonly run = signal<RehearsalRun | null>(null);

  /** Listens to the port. Returns the function that stops it, and then calls `stop`. */
  connect(port: RehearsalPort, stop: () => void): () => void {
    this.port = port;
    this.possible.value = true;
    const leave = port.subscribe((rehearsal) => {
      this.last.value = rehearsal;
    });
    return () => {
      leave();
      stop();
    };
  }

  arm(plan: PagePlan | RulePlan): void {
    this.port?.arm(plan);
  }

  stop(): void {
    this.port?.stop();
  }
}
