/** What an error page of an authorization server is about. */
export type ErrorMeaning =
  | 'redirect-mismatch'
  | 'client-unknown'
  | 'policy'
  | 'session-cookie'
  | 'server-error'
  | 'other';

/** A text by which a server's error is known, and what it means there. */
export interface ErrorSignature {
  /** Tested against the readable text of a page, an error description, or a page's URL. */
  readonly pattern: RegExp;
  readonly in: 'text' | 'url';
  readonly about: ErrorMeaning;
  /** In plain words. */
  readonly means: string;
  /** What to do at that provider; one imperative sentence. */
  readonly fix: string;
}

/** How an authorization server is known, and what it says when something is wrong. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Tested against a URL of the server; null for the generic reading. */
  readonly url: RegExp | null;
  readonly signatures: readonly ErrorSignature[];
  /** Where its pages keep the message when a script shows it; group 1 is a JSON string's inside. */
  readonly scriptMessage?: RegExp;
  /** Where its operators find a request by its correlation id. */
  readonly logs?: string;
}

type Row = readonly [about: ErrorMeaning, pattern: RegExp, means: string, fix: string];

/** Signatures of pages and descriptions, one row each. */
export function inText(...rows: readonly Row[]): readonly ErrorSignature[] {
  return rows.map(([about, pattern, means, fix]) => ({ in: 'text', about, pattern, means, fix }));
}

/** Signatures of page URLs, one row each. */
export function inUrl(...rows: readonly Row[]): readonly ErrorSignature[] {
  return rows.map(([about, pattern, means, fix]) => ({ in: 'url', about, pattern, means, fix }));
}
