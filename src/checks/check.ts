import type { Flow } from '../flow/flow.ts';
import type { MessageKind, MessageOf } from '../oauth/message.ts';
import type { TokenName } from '../oauth/message-tokens.ts';
import type { Basis, Certainty } from '../words/certainty.ts';
import type { Owner } from '../words/owners.ts';
import type { Reference } from '../words/references.ts';
import type { Severity } from '../words/severities.ts';
import type { Effect, Pointer, SpecLink } from './finding.ts';

export { fetchStandard, oidc, oidcDiscovery, rfc, rpLogout } from './specs.ts';

/** What a check may subscribe to: one or more message kinds, or the flow as a whole. */
export type Subject = MessageKind | 'flow';

type SubjectOf<S extends Subject> = S extends MessageKind ? MessageOf<S> : Flow;

/**
 * One place where the problem shows. The check's own texts apply unless the report has better ones.
 */
export interface Observation {
  readonly at?: Pointer;
  /** Replaces the token that the check names. */
  readonly token?: TokenName;
  /** The evidence, with the values in question. */
  readonly observed: string;
  readonly expected?: string;
  readonly title?: string;
  readonly why?: string;
  readonly fix?: string;
  readonly severity?: Severity;
  readonly certainty?: Certainty;
  readonly basis?: Basis;
  readonly owner?: Owner;
  readonly effect?: Effect | null;
  /** Index of the message it belongs to, for checks of the whole flow. */
  readonly message?: number;
  /** What phrases of the texts stand for: another attempt or message. */
  readonly references?: readonly Reference[];
  /** Replaces the check's own list, when what it explains depends on what was seen. */
  readonly explains?: readonly string[];
}

/** Reported when the evidence is missing; names what is missing. */
export interface CannotTell {
  readonly cannotTell: string;
}

export type Report = Observation | CannotTell;

/** One check. Its id is its file name, and its stage is the folder. Pure and synchronous. */
export interface Check<S extends Subject = Subject> {
  /** Sentence case, present tense, no full stop, at most 80 characters. */
  readonly title: string;
  readonly severity: Severity;
  readonly owner: Owner;
  readonly basis: Basis;
  /** The token of the message whose validity the findings are about. */
  readonly token?: TokenName;
  /** What its findings do to the attempt. Most have no effect. */
  readonly effect?: Effect;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /** Ids of checks whose findings in the same flow only follow from this one. */
  readonly explains?: readonly string[];
  /** Other names of the same problem, each of which could have been a check of its own. */
  readonly aliases?: readonly string[];
  readonly subject: S | readonly S[];
  check(subject: SubjectOf<S>, flow: Flow): Iterable<Report>;
}

/** Types a check; adds nothing at run time. */
export function defineCheck<const S extends Subject>(check: Check<S>): Check<S> {
  return check;
}

/** Reports that evidence is missing, and which. */
export function cannotTell(reason: string): CannotTell {
  return { cannotTell: reason };
}

export const parameter = (name: string): Pointer => ({ part: 'parameter', name });
export const header = (name: string): Pointer => ({ part: 'header', name });
export const cookie = (name: string): Pointer => ({ part: 'cookie', name });
export const claim = (name: string): Pointer => ({ part: 'claim', name });
export const member = (name: string): Pointer => ({ part: 'member', name });
export const STATUS: Pointer = { part: 'status', name: null };
export const BODY: Pointer = { part: 'body', name: null };
export const TARGET_URL: Pointer = { part: 'url', name: null };
