/** The source of a statement: documentation, a thread, or a capture or case of this project. */
export interface Source {
  readonly where: `https://${string}` | `test/${string}`;
  /** Year and month in which the source was read. */
  readonly when: `${number}-${number}`;
}

/** Every statement about a provider names its sources. */
export interface Sourced {
  readonly seen: readonly [Source, ...Source[]];
}
