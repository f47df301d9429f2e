/**
 * How the clock of another recorder was aligned with the reference's (the browser's), in
 * milliseconds.
 */
export interface ClockShift {
  /** What was added to the recorder's time. */
  readonly shift: number;
  /** The smallest shift that the recording allows; -Infinity when nothing limits it. */
  readonly least: number;
  /** The largest shift that the recording allows; Infinity when nothing limits it. */
  readonly most: number;
}
