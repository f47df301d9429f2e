import type { Finding } from '../../src/flow/finding.ts';
import { bySeverity } from './words.ts';

/** A finding and what only follows from it. */
export interface FindingNode {
  readonly finding: Finding;
  readonly followers: readonly FindingNode[];
}

function worstFirst(a: FindingNode, b: FindingNode): number {
  return bySeverity(a.finding.severity, b.finding.severity);
}

/** Folds what follows from another finding under that finding; worst first. */
export function findingTree(findings: readonly Finding[]): readonly FindingNode[] {
  const heads = new Map<string, Finding>();
  for (const finding of findings) {
    if (!heads.has(finding.check)) heads.set(finding.check, finding);
  }
  const seen = new Set<Finding>();
  const nodeOf = (finding: Finding): FindingNode => {
    seen.add(finding);
    const isHead = heads.get(finding.check) === finding;
    const followers = isHead
      ? findings
          .filter((other) => other.causedBy === finding.check && !seen.has(other))
          .map((other) => (seen.has(other) ? null : nodeOf(other)))
          .filter((node) => node !== null)
      : [];
    return { finding, followers: followers.toSorted(worstFirst) };
  };
  const stands = ({ causedBy }: Finding): boolean => causedBy === null || !heads.has(causedBy);
  const roots = findings.filter(stands).map(nodeOf);
  // Two findings that blame each other would otherwise not be shown at all.
  const rest = findings.filter((finding) => !seen.has(finding));
  return [...roots, ...rest.flatMap((one) => (seen.has(one) ? [] : [nodeOf(one)]))].toSorted(
    worstFirst,
  );
}
