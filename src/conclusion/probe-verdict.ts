import type { Finding } from '../checks/finding.ts';
import { probeEnd } from '../flow/facts/silent.ts';
import type { Flow } from '../flow/flow.ts';
import type { Outcome } from '../words/outcomes.ts';
import type { Verdict } from './analysed-flow.ts';
import { signOf } from './sign.ts';

/**
 * The sentence about a silent request that ended as such requests end; null for all others. It points
 * to the note on the answer, which says what comes next.
 */
export function probeVerdict(
  flow: Flow,
  findings: readonly Finding[],
  outcome: Outcome,
): Verdict | null {
  const answer = outcome === 'unfinished' ? probeEnd(flow) : null;
  if (!answer) return null;
  const index = flow.messages.indexOf(answer);
  const error = answer.params.get('error') ?? '';
  const found =
    error === 'login_required'
      ? 'Nobody is signed in at the server'
      : 'The server has to show a page to the user';
  const answered = `it answered ${error} to a request that allows no page`;
  const next = 'The next step is a login that the user sees.';
  return {
    text: `${found}: ${answered}. ${next}`,
    headline: `${found}: ${answered}.`,
    detail: next,
    context: null,
    references: [],
    cause: findings.find(({ message, basis }) => message === index && basis === 'reported') ?? null,
    sign: signOf(outcome, findings),
  };
}
