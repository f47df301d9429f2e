/**
 * Why a rehearsal is over: it met the application, was stopped, its time is over, the page left the
 * sites of the login, the access to them was taken back, or the browser refused the rules.
 */
export type RehearsalEnd = 'used' | 'stopped' | 'time' | 'left' | 'access' | 'failed';

/** One line of the journal: a fault that the user switched on, whether or not a request met it. */
export interface RehearsalNote {
  readonly id: string;
  /** Id of the fault, and what it is called. */
  readonly fault: string;
  readonly title: string;
  /** Milliseconds since the epoch: when it was switched on, and when it ended; null while it is on. */
  readonly armedAt: number;
  readonly endedAt: number | null;
  /** Null while it is on. A file can say something else than a `RehearsalEnd`. */
  readonly ended: string | null;
  /** What met it, in time order. */
  readonly hits: readonly RehearsalHit[];
}

/** A call, a window, a page or a look at the clock that met a fault. */
export interface RehearsalHit {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** Of the call; of the page when no call met it. */
  readonly url: string;
  /** What was changed; null when nothing has a name. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
}
