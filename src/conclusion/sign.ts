import type { Finding } from '../checks/finding.ts';
import type { Outcome, Sign } from '../words/outcomes.ts';

const SIGN_OF: Readonly<Record<Outcome, Sign>> = {
  succeeded: 'good',
  failed: 'bad',
  unfinished: 'open',
  unknown: 'unknown',
};

/** The sign of a flow that ended so and whose verdict has this cause. */
export function signOf(outcome: Outcome, cause: Finding | null): Sign {
  return cause?.severity === 'error' ? 'bad' : SIGN_OF[outcome];
}
