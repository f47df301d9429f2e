import type { Finding } from '../checks/finding.ts';
import { compareBasis } from '../words/certainty.ts';
import type { Outcome } from '../words/outcomes.ts';

/**
 * The one finding that names why the attempt failed, or else the most severe problem; null without
 * either.
 */
export function rootCause(findings: readonly Finding[], outcome: Outcome): Finding | null {
  const worst = findings.some(({ severity }) => severity === 'error')
    ? 'error'
    : outcome === 'failed' || findings.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : null;
  if (worst === null) return null;
  const severe = findings.filter(({ severity }) => severity === worst);
  // A refusal that is not an error (the user declined) ended the attempt, not a weakness
  // elsewhere.
  const reported = outcome === 'failed' && worst === 'warning' ? severe.filter(isReported) : [];
  const candidates = reported.length > 0 ? reported : severe;
  const refused = new Set(
    findings.filter(isReported).map(({ check, message }) => messageKey(check, message)),
  );
  const first = candidates.reduce<Finding | null>(
    (best, finding) => (best === null || comesFirst(finding, best, refused) ? finding : best),
    null,
  );
  if (first) return topOf(first);
  return outcome === 'failed' ? (findings.find(isReported) ?? null) : null;
}

const messageKey = (check: string, message: number | null): string => `${check} ${message}`;

function isReported({ basis }: Finding): boolean {
  return basis === 'reported';
}

/**
 * Orders by failing message, the earliest first. At one message, computed findings come before
 * reported ones, and of the computed ones, the reason of the server's refusal comes first.
 */
function comesFirst(a: Finding, b: Finding, refused: ReadonlySet<string>): boolean {
  const step = (finding: Finding): number => finding.message ?? Number.MAX_SAFE_INTEGER;
  if (step(a) !== step(b)) return step(a) < step(b);
  if (a.basis !== b.basis) return compareBasis(a, b) < 0;
  const explainsRefusal = (finding: Finding): boolean =>
    finding.explains.some((check) => refused.has(messageKey(check, finding.message)));
  return explainsRefusal(a) && !explainsRefusal(b);
}

function topOf(finding: Finding): Finding {
  let top = finding;
  while (top.causedBy !== null) top = top.causedBy;
  return top;
}
