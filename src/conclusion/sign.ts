import type { Finding } from '../checks/finding.ts';
import type { Outcome, Sign } from '../words/outcomes.ts';

const SIGN_OF: Readonly<Record<Outcome, Sign>> = {
  succeeded: 'good',
  failed: 'bad',
  unfinished: 'open',
  unknown: 'unknown',
};

/**
 * The sign of a flow that ended so and has these findings. The cause of an error can itself be less than
 * one, such as a callback that is loaded twice.
 */
export function signOf(outcome: Outcome, findings: readonly Finding[]): Sign {
  return findings.some(({ severity }) => severity === 'error') ? 'bad' : SIGN_OF[outcome];
}
