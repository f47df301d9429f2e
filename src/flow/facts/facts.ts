/** Derived facts, computed once beside the flow, so that checks stay pure and share them. */
export interface Facts {
  readonly pkce: readonly PkceFact[];
  readonly clock: ClockFact | null;
  readonly dpop: readonly DpopFact[];
}

/** What the DPoP proof of a request says, and how it relates to other messages (RFC 9449). */
export interface DpopFact {
  /** Index into the flow's messages. */
  readonly message: number;
  readonly htm: string | null;
  readonly htu: string | null;
  readonly jti: string | null;
  readonly nonce: string | null;
  /** Thumbprint of the key in the proof (RFC 7638); null when there is no such key. */
  readonly jkt: string | null;
  /**
   * Whether `ath` is the hash of the token in the same request; null when they cannot be compared.
   */
  readonly athMatches: boolean | null;
  /** The message whose answer supplied the nonce. */
  readonly nonceFrom: number | null;
  /** The message that this one repeats because the server asked for a nonce. */
  readonly repeats: number | null;
}

/** How a token request's verifier relates to the challenges that were seen (RFC 7636 section 4.6). */
export interface PkceFact {
  /** Index into the flow's messages. */
  readonly message: number;
  /** base64url(sha256(verifier)). */
  readonly s256: string;
  /** Null when the challenge of this flow was not seen. */
  readonly matches: boolean | null;
  readonly manner: PkceManner | null;
  /** The flow whose challenge the verifier does match, when it is another one. */
  readonly otherFlow: string | null;
}

/** What went wrong when verifier and challenge do not match. */
export type PkceManner =
  | 'challenge-sent-as-verifier'
  | 'verifier-of-another-attempt'
  | 'base64-instead-of-base64url'
  | 'padding'
  | 'hex-instead-of-base64url'
  | 'double-hash'
  | 'plain-challenge-with-s256'
  | 's256-challenge-with-plain'
  | 'unexplained';

/** The authorization server's clock against the client's, from `Date` headers. */
export interface ClockFact {
  /** Server minus client, in milliseconds; the median of all samples. */
  readonly offset: number;
  /** Half the width of the range that the samples allow, in milliseconds. */
  readonly uncertainty: number;
  readonly samples: number;
}
