import type { PagePlan } from '../../rehearsal/page-plan.ts';

/** What a script in the page tells of one call that it bent. */
export interface PageHit {
  /** Milliseconds since the epoch, by the real clock. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** The parameter or header field that was changed. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Milliseconds that the real call comes later; null when it is never sent. */
  readonly delay: number | null;
}

/** A rehearsal in a page, as the scripts that carry it out see it. */
export interface Bend {
  readonly plan: PagePlan;
  /** Whether this document began to load after the fault was switched on. */
  readonly isNew: boolean;
  /** Whether a call is one of those that the plan is about, by its method and absolute URL. */
  wants(method: string, url: string): boolean;
  /** Whether the form or the JSON of a call has the parameter that the plan asks for. */
  has(text: string): boolean;
  /** Takes the only turn. False when the rehearsal is over or was used. */
  take(): boolean;
  hit(hit: Partial<PageHit>): void;
  /**
   * Resolves when DevTools know of the hit, at most after 2 s. What an application does with a fault is
   * often to leave the page, and nothing can be asked of a page that is gone.
   */
  told(): Promise<void>;
  /** Waits; at most until the rehearsal is stopped or the page aborts the call. */
  wait(milliseconds: number, signal?: AbortSignal | null): Promise<void>;
  /** Holds the rehearsal open until the returned function is called or it is stopped. */
  hold(): () => void;
  /** The text with the changed parameter, and the value that it had. */
  changed(text: string): { readonly text: string; readonly before: string | null };
}
