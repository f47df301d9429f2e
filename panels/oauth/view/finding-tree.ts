import type { Finding } from '../../../src/checks/finding.ts';
import { groupBy } from './group-by.ts';
import { bySeverity } from './panel-words.ts';

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

/**
 * The finding under which each folds: of those of its cause the nearest that came no later, else the
 * first. Both lists are walked once, because a flow may have thousands.
 */
function headsOf(findings: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const byCheck = groupBy(findings, ({ check }) => check);
  const heads = new Map<Finding, Finding>();
  const until = ({ message }: Finding): number => message ?? Number.POSITIVE_INFINITY;
  for (const [cause, followers] of groupBy(findings, ({ causedBy }) => causedBy)) {
    const candidates = (byCheck.get(cause ?? '') ?? []).toSorted((a, b) => placeOf(a) - placeOf(b));
    let index = 0;
    let head = candidates[0];
    for (const finding of followers.toSorted((a, b) => until(a) - until(b))) {
      for (let next = candidates[index]; next; next = candidates[++index]) {
        if (placeOf(next) > until(finding)) break;
        if (!head || placeOf(next) > placeOf(head)) head = next;
      }
      if (head) heads.set(finding, head);
    }
  }
  return heads;
}

/** Folds what follows from another finding under that finding; worst first, the verdict's `cause` leads. */
export function findingTree(
  findings: readonly Finding[],
  cause: string | null = null,
): readonly FindingNode[] {
  const heads = headsOf(findings);
  const below = groupBy([...heads.keys()], (finding) => heads.get(finding));
  const seen = new Set<Finding>();
  const nodeOf = (finding: Finding): FindingNode => {
    seen.add(finding);
    const followers = (below.get(finding) ?? []).flatMap((other) =>
      seen.has(other) ? [] : [nodeOf(other)],
    );
    return { finding, followers: followers.toSorted(worstFirst(cause)) };
  };
  const roots = findings.filter((finding) => !heads.has(finding)).map(nodeOf);
  // Two findings that blame each other would otherwise not be shown at all.
  const rest = findings.filter((finding) => !seen.has(finding));
  return [...roots, ...rest.flatMap((one) => (seen.has(one) ? [] : [nodeOf(one)]))].toSorted(
    worstFirst(cause),
  );
}
