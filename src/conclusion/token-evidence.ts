import type { Finding } from '../checks/finding.ts';
import type { FlowToken } from '../flow/facts/flow-tokens.ts';
import type { TokenEvent } from '../flow/facts/token-life.ts';
import type { Signature } from '../flow/signatures.ts';
import type { ClaimVerdict } from './token-claims.ts';
import type { TokenTime } from './token-time.ts';

/**
 * `valid`: proven or accepted. `doubtful`: a warning is about it, or a comparison fails although the
 * receiver took it. `not-valid`: an error is about it. `ended`: it was good, and is over. `unknown`:
 * something is missing to tell.
 */
export type TokenState = 'valid' | 'doubtful' | 'not-valid' | 'ended' | 'unknown';

/** What is known of one token. */
export interface TokenEvidence {
  readonly token: FlowToken;
  /** The findings about its validity, worst first. */
  readonly findings: readonly Finding[];
  readonly claims: readonly ClaimVerdict[];
  /** Null for what is no JWT. */
  readonly signature: Signature | null;
  readonly time: TokenTime | null;
  readonly life: readonly TokenEvent[];
  /** By how much it had expired when the flow ended, in milliseconds; null when it had not. */
  readonly overdue: number | null;
}

/** These deeds show that the receiver took the token. */
const TAKEN: ReadonlySet<TokenEvent['deed']> = new Set(['accepted', 'active', 'refreshed']);

/** The events in which a receiver took the token. */
export function takenIn({ life }: TokenEvidence): readonly TokenEvent[] {
  return life.filter(({ deed }) => TAKEN.has(deed));
}

/** How a token came to its end; null while it is good. */
export function endOfLife({ life, overdue }: TokenEvidence): TokenEvent | 'expired' | null {
  const ended = life.find(({ deed, replacedBy }) => deed === 'revoked' || replacedBy !== null);
  if (ended) return ended;
  const last = life.findLast(({ deed }) => deed !== 'sent' && deed !== 'hinted');
  if (last?.deed === 'inactive' || last?.deed === 'refused') return last;
  return overdue === null ? null : 'expired';
}

/** The comparisons that failed, but for those that a note explains. */
export function failedClaims({ claims }: TokenEvidence): readonly ClaimVerdict[] {
  return claims.filter(
    ({ result, finding }) => result === 'differs' && finding?.severity !== 'info',
  );
}

/** The comparisons that lack a value, but for those that a note explains. */
export function openClaims({ claims }: TokenEvidence): readonly ClaimVerdict[] {
  return claims.filter(({ result, finding }) => result === 'unknown' && finding === null);
}

/** Whether a key or a secret that belongs to the token made the signature. */
export function isVerified({ signature }: TokenEvidence): boolean {
  return signature !== null && VERIFIED.has(signature.is);
}

const VERIFIED: ReadonlySet<Signature['is']> = new Set<Signature['is']>([
  'verified',
  'own-key',
  'by-secret',
]);

/** Whether the recorded keys show that the issuer did not make the signature. */
export function isForged({ signature }: TokenEvidence): boolean {
  return signature !== null && FORGED.has(signature.is);
}

const FORGED: ReadonlySet<Signature['is']> = new Set<Signature['is']>([
  'invalid',
  'other-issuer',
  'other-algorithm',
  'not-own-key',
  'not-by-secret',
]);
