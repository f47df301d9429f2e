import type { Owner } from '../../words/owners.ts';
import type { Observation } from '../check.ts';

/** What the messages of the recording show about a refusal that the server did not explain. */
export interface Evidence {
  /** A sentence; empty when only the fix is known better. */
  readonly told: string;
  readonly fix?: string;
  readonly owner?: Owner;
  readonly expected?: string;
}

/** The observation of a refusal, with the evidence behind the server's own words. */
export function withEvidence(observed: string, evidence: Evidence | null): Observation {
  if (evidence === null) return { observed };
  const { told, ...more } = evidence;
  return { observed: told === '' ? observed : `${observed} ${told}`, ...more };
}
