import type { Template, Variable } from './template.ts';

/** A header field to send. */
export interface PlannedField {
  readonly name: string;
  readonly value: Template;
  /** Set for HTTP Basic whose halves are variables (RFC 7617). The value is then not used. */
  readonly basic?: Template;
}

/** A body to send. */
export interface PlannedBody {
  readonly parts: Template;
  /** Each character of the text is a byte. Otherwise the text is sent as UTF-8. */
  readonly binary: boolean;
}

/** A request with its secrets cut out, before a target writes it. */
export interface Plan {
  readonly method: string;
  readonly url: Template;
  /** In order, without those that belong to the connection. */
  readonly fields: readonly PlannedField[];
  readonly body: PlannedBody | null;
  /** Those that the command uses, in order. */
  readonly variables: readonly Variable[];
  /** On the variables, then the remarks. */
  readonly notes: readonly string[];
  /** Notes on what differs from the request that was sent. */
  readonly remarks: readonly string[];
  readonly concealed: boolean;
  /** The values of the recording are placeholders. */
  readonly redacted: boolean;
}

/** Why a request cannot be written. */
export interface Refusal {
  readonly refused: string;
}
