import type { TokenName } from '../oauth/message-tokens.ts';
import type { Basis, Certainty } from '../words/certainty.ts';
import type { Owner } from '../words/owners.ts';
import type { Reference } from '../words/references.ts';
import type { Severity } from '../words/severities.ts';

/**
 * What a finding does to the attempt, whatever the server issued.
 * `request-fails`: the request does not get what it asks for: refused, unreadable or lost.
 * `client-rejects`: the client must throw the response or the tokens away.
 * `withheld-from-page`: the browser keeps the response from the page that asked for it (CORS).
 * `ended-by-page`: the server or the client shows an error page, and the attempt ends there.
 * `starts-over`: what the attempt brought is not kept, and the client begins the next one.
 */
export type Effect =
  | 'request-fails'
  | 'client-rejects'
  | 'withheld-from-page'
  | 'ended-by-page'
  | 'starts-over';

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
  /** Null when the attempt goes on as if nothing was found. */
  readonly effect: Effect | null;
  /** Index into the flow's messages; null when it is about the flow as a whole. */
  readonly message: number | null;
  readonly at: Pointer | null;
  /** The token of the message whose validity it is about. */
  readonly token?: TokenName;
  readonly title: string;
  /** The evidence. It holds values of the recording as they are: redact before sharing. */
  readonly observed: string;
  readonly expected: string | null;
  readonly why: string;
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /** Ids of checks whose findings only follow from this one. */
  readonly explains: readonly string[];
  /**
   * The finding of the same flow that this one follows from; null when it follows from no other.
   */
  readonly causedBy: Finding | null;
  /** What phrases of its texts stand for. */
  readonly references: readonly Reference[];
  /** The other messages of which the same was found, when one finding stands for all of them. */
  readonly again: readonly number[];
}

/** A check whose evidence is missing, and what is missing. */
export interface Unclear {
  readonly check: string;
  readonly message: number | null;
  readonly reason: string;
}
