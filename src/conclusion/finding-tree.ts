import type { Finding } from '../checks/finding.ts';
import { compareSeverities } from '../words/severities.ts';
import { groupBy } from './group-by.ts';

/** A finding and its consequences. */
export interface FindingNode {
  readonly finding: Finding;
  readonly followers: readonly FindingNode[];
}

/** The worst come first. Of those that are equally bad, the cause of the verdict comes first. */
const worstFirst =
  (cause: Finding | null) =>
  ({ finding: a }: FindingNode, { finding: b }: FindingNode): number =>
    compareSeverities(a.severity, b.severity) || Number(b === cause) - Number(a === cause);

/** Folds each finding under the one that it follows from. `cause` is the cause of the verdict. */
export function findingTree(
  findings: readonly Finding[],
  cause: Finding | null = null,
): readonly FindingNode[] {
  const listed = new Set(findings);
  const below = groupBy(findings, ({ causedBy }) =>
    causedBy !== null && listed.has(causedBy) ? causedBy : null,
  );
  const nodesUnder = (head: Finding | null): readonly FindingNode[] =>
    (below.get(head) ?? [])
      .map((finding) => ({ finding, followers: nodesUnder(finding) }))
      .toSorted(worstFirst(cause));
  return nodesUnder(null);
}
