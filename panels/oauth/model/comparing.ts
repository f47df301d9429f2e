import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { Session } from './session.ts';

/** A recording whose attempts can be compared with the shown one. */
export interface NamedSession {
  readonly name: string;
  readonly session: Session;
}

/** An attempt of any recording that is held. */
export interface AttemptPlace extends NamedSession {
  readonly flowId: string;
}

/** Recordings take memory, so only the last few are held. */
const MOST_KEPT = 3;

/** The other attempt of a comparison, and the recordings that were put aside. */
export class Comparing {
  readonly place = signal<AttemptPlace | null>(null);
  /** Files that are not shown any more, the last one first. */
  readonly kept = signal<readonly NamedSession[]>([]);
  /** Null when nothing is compared, or when the other attempt has disappeared. */
  readonly other: ReadonlySignal<AnalysedFlow | null> = computed(() => {
    const place = this.place.value;
    const flows = place?.session.snapshot.value.flows ?? [];
    return flows.find(({ flow }) => flow.id === place?.flowId) ?? null;
  });

  /** Holds a recording for later comparisons. */
  keep({ name, session }: NamedSession): void {
    const others = this.kept.value.filter((one) => one.session !== session);
    this.kept.value = [{ name, session }, ...others].slice(0, MOST_KEPT);
  }

  /** Ends the comparison. False when there was none. */
  end(): boolean {
    const compared = this.place.value !== null;
    this.place.value = null;
    return compared;
  }
}
