import type { Finding } from '../../src/flow/finding.ts';
import { bySeverity } from './words.ts';

/** A finding and what only follows from it. */
export interface FindingNode {
  readonly finding: Finding;
  readonly followers: readonly FindingNode[];
}

/** The worst first, and of the equally bad the cause of the verdict. */
const worstFirst =
  (cause: string | null) =>
  ({ finding: a }: FindingNode, { finding: b }: FindingNode): number =>
    bySeverity(a.severity, b.severity) || Number(b.check === cause) - Number(a.check === cause);

const placeOf = ({ message }: Finding): number => message ?? 0;

/** The finding under which another one folds: of those of that check the nearest that came no later. */
function headFor(finding: Finding, findings: readonly Finding[]): Finding | undefined {
  const heads = findings.filter(({ check }) => check === finding.causedBy);
  const until = finding.message ?? Number.POSITIVE_INFINITY;
  let nearest: Finding | undefined;
  for (const head of heads) {
    if (placeOf(head) > until) continue;
    if (!nearest || placeOf(head) > placeOf(nearest)) nearest = head;
  }
  return nearest ?? heads[0];
}

/** Folds what follows from another finding under that finding; worst first, the verdict's `cause` leads. */
export function findingTree(
  findings: readonly Finding[],
  cause: string | null = null,
): readonly FindingNode[] {
  const heads = new Map(findings.map((finding) => [finding, headFor(finding, findings)]));
  const seen = new Set<Finding>();
  const nodeOf = (finding: Finding): FindingNode => {
    seen.add(finding);
    const followers = findings
      .filter((other) => heads.get(other) === finding)
      .flatMap((other) => (seen.has(other) ? [] : [nodeOf(other)]));
    return { finding, followers: followers.toSorted(worstFirst(cause)) };
  };
  const roots = findings.filter((finding) => !heads.get(finding)).map(nodeOf);
  // Two findings that blame each other would otherwise not be shown at all.
  const rest = findings.filter((finding) => !seen.has(finding));
  return [...roots, ...rest.flatMap((one) => (seen.has(one) ? [] : [nodeOf(one)]))].toSorted(
    worstFirst(cause),
  );
}
