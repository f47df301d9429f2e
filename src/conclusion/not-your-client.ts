import type { Finding } from '../checks/finding.ts';
import { isFederated } from '../flow/facts/attempt.ts';
import type { Flow } from '../flow/flow.ts';

/**
 * Assigns the findings on a login that a broker makes at another server to the operator of the
 * broker. Failures there still count; other warnings become notes.
 */
export function notYourClient(findings: readonly Finding[], flow: Flow): readonly Finding[] {
  if (!isFederated(flow)) return findings;
  return findings.map((finding) => (finding.owner === 'this tool' ? finding : notYours(finding)));
}

function notYours(finding: Finding): Finding {
  return {
    ...finding,
    title: `${finding.title} (not your client)`,
    severity:
      finding.severity === 'warning' && finding.basis !== 'reported' ? 'info' : finding.severity,
    owner: finding.owner === 'client' ? 'authorization server' : finding.owner,
  };
}
