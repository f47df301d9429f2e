import type { Finding } from '../checks/finding.ts';
import { isBroken } from '../flow/facts/broken.ts';
import type { Flow } from '../flow/flow.ts';
import type { Outcome } from '../words/outcomes.ts';

/** How an attempt ended that asks for no token: a discovery, a registration, an API call. */
export function loneOutcome({ messages }: Flow, findings: readonly Finding[]): Outcome {
  const ends = findings.some(({ effect, severity }) => effect !== null && severity !== 'info');
  if (ends) return 'failed';
  const last = messages.findLast(({ kind }) => kind !== 'preflight') ?? messages.at(-1);
  if (!last) return 'unknown';
  if (isBroken(last)) return 'failed';
  // Without a status it is unknown whether the server did what was asked.
  return last.exchange.response?.status == null ? 'unknown' : 'succeeded';
}
