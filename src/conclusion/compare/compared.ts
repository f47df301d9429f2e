/** The place of a value in a flow or in one of its messages. */
export type Place =
  | 'flow'
  | 'url'
  | 'parameter'
  | 'request header'
  | 'cookie'
  | 'response'
  | 'response header'
  | 'cookie set'
  | 'member'
  | 'claim'
  | 'time';

/**
 * How a value may relate to that of another attempt. `plain`: equal, else it is a difference. `own`:
 * each attempt has its own. `once`: the same, and the same value twice is a mistake.
 */
export type Nature = 'plain' | 'own' | 'once';

/** One value of an attempt. */
export interface Said {
  readonly place: Place;
  readonly name: string;
  readonly value: string;
  readonly nature: Nature;
  /** What is compared, when that is not the value as it was sent. */
  readonly key?: string;
}

/** What one attempt says at one place, and where it would say nothing even if there was something. */
export interface Statement {
  readonly values: readonly Said[];
  /** Places that the recorder does not show, or not completely. */
  readonly unseen: ReadonlySet<Place>;
}

/**
 * What two values are. `reused`: equal, although each attempt needs a new one. `own`: different, as
 * they should be. `unknown`: one of them was not recorded, or was replaced.
 */
export type Likeness = 'equal' | 'different' | 'reused' | 'own' | 'unknown';

/** One value beside its counterpart. Null where an attempt does not have it. */
export interface Compared {
  readonly place: Place;
  readonly name: string;
  readonly a: string | null;
  readonly b: string | null;
  readonly is: Likeness;
}

/** A step of two attempts. An index is null where an attempt has no such step. */
export interface ComparedStep {
  readonly a: number | null;
  readonly b: number | null;
  /** How often the message was sent in a row. */
  readonly times: readonly [a: number, b: number];
  readonly values: readonly Compared[];
}

/** A difference that can matter. `value` is null when one attempt lacks the whole step. */
export interface Difference {
  /** Null for what concerns the flow as a whole. */
  readonly step: ComparedStep | null;
  readonly value: Compared | null;
  /** Higher for what is likelier to matter. */
  readonly weight: number;
  /** It is in what came back, or after the failure, so it says less than what was sent before. */
  readonly isLate: boolean;
  /** Another step has the same difference, and it matters more there. */
  readonly isEcho: boolean;
}

/** Two attempts beside each other. */
export interface FlowComparison {
  readonly flow: readonly Compared[];
  readonly steps: readonly ComparedStep[];
  /** The likeliest to matter first. */
  readonly differences: readonly Difference[];
  /** Both are recordings of one attempt. */
  readonly isSame: boolean;
}
