/** Where something was seen: documentation, a thread, or a capture or case of this project. */
export interface Source {
  readonly where: `https://${string}` | `test/${string}`;
  /** Year and month in which somebody looked. */
  readonly when: `${number}-${number}`;
}

/** Everything that is said of a provider names its sources. */
export interface Sourced {
  readonly seen: readonly [Source, ...Source[]];
}
