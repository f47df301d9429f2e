/** error: the flow fails or a secret is exposed now; warning: works, but against a MUST or SHOULD. */
export type Severity = 'error' | 'warning' | 'info';

/** Who can change what the finding is about. */
export type Owner =
  | 'client'
  | 'authorization server'
  | 'resource server'
  | 'registration'
  | 'browser'
  | 'network'
  | 'user';

export type Certainty = 'certain' | 'likely';

/** What a finding rests on; earlier in this list outranks later as the root cause. */
export type Basis = 'computed' | 'reported' | 'observed' | 'heuristic';

/** The place inside a message that a finding points to. */
export interface Pointer {
  readonly part: 'parameter' | 'header' | 'cookie' | 'claim' | 'member' | 'status' | 'body' | 'url';
  readonly name: string | null;
}

/** A section of a specification, and where to read it. */
export interface SpecLink {
  readonly label: string;
  readonly url: string;
}

/** One check's verdict at one place of a flow. */
export interface Finding {
  /** Id of the check: its file name. */
  readonly check: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly basis: Basis;
  readonly owner: Owner;
  /** Index into the flow's messages; null when it is about the flow as a whole. */
  readonly message: number | null;
  readonly at: Pointer | null;
  readonly title: string;
  /** What was seen; values of the recording stand in it as they are: redact before sharing. */
  readonly observed: string;
  readonly expected: string | null;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /** Ids of checks whose findings only follow from this one. */
  readonly explains: readonly string[];
  /** Id of the check that this finding follows from; null when it stands for itself. */
  readonly causedBy: string | null;
}

/** A check that lacks its evidence, and what is missing. */
export interface Unclear {
  readonly check: string;
  readonly message: number | null;
  readonly reason: string;
}
