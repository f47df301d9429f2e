import type { Finding } from '../checks/finding.ts';
import { compareBasis } from '../words/certainty.ts';

/** Findings of one check on one basis that explain the same other checks, in the order of their steps. */
interface Source {
  readonly findings: Finding[];
  readonly first: Finding;
}

/**
 * Marks each finding that only follows from an earlier one (or one at the same step) of the same
 * flow. The strongest finding wins. When its check reports at several steps, the nearest step is
 * the cause.
 */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  const causes = causesOf(findings);
  const folded = new Map<Finding, Finding>();
  const fold = (finding: Finding): Finding => {
    const known = folded.get(finding);
    if (known) return known;
    const cause = causes.get(finding);
    const result = cause ? { ...finding, causedBy: fold(cause) } : finding;
    folded.set(finding, result);
    return result;
  };
  return findings.map(fold);
}

function causesOf(findings: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const sources = sourcesOf(findings);
  const causes = new Map<Finding, Finding>();
  for (const finding of findings) {
    let best: { first: Finding; cause: Finding } | null = null;
    for (const { first, findings: candidates } of sources.get(finding.check) ?? []) {
      if (first.check === finding.check || (best && !outranks(first, best.first))) continue;
      const cause = nearest(candidates, finding);
      if (cause && !standsAbove(finding.check, cause, causes)) best = { first, cause };
    }
    if (best) causes.set(finding, best.cause);
  }
  return causes;
}

/**
 * Groups the findings by the check that they explain, because thousands of findings come from a few
 * checks.
 */
function sourcesOf(findings: readonly Finding[]): ReadonlyMap<string, readonly Source[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { check, basis, message, explains } = finding;
    if (explains.length === 0) continue;
    const group = [check, basis, message === null, ...explains].join(' ');
    const known = groups.get(group);
    if (known) known.push(finding);
    else groups.set(group, [finding]);
  }
  const sources = new Map<string, Source[]>();
  for (const group of groups.values()) {
    const [first] = group.sort((a, b) => stepOf(a) - stepOf(b));
    if (!first) continue;
    for (const explained of new Set(first.explains)) {
      const known = sources.get(explained);
      if (known) known.push({ findings: group, first });
      else sources.set(explained, [{ findings: group, first }]);
    }
  }
  return sources;
}

/** The last candidate at this step or before it. Without a step on either side, the first one. */
function nearest(candidates: readonly Finding[], { message }: Finding): Finding | null {
  if (message === null) return candidates[0] ?? null;
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.message ?? message) <= message) low = middle + 1;
    else high = middle;
  }
  return candidates[low - 1] ?? null;
}

/** Whether `check` is already a cause of `finding`. Folding must not make a circle. */
function standsAbove(
  check: string,
  finding: Finding,
  causes: ReadonlyMap<Finding, Finding>,
): boolean {
  for (let up = causes.get(finding); up !== undefined; up = causes.get(up)) {
    if (up.check === check) return true;
  }
  return false;
}

function outranks(a: Finding, b: Finding): boolean {
  return (compareBasis(a, b) || stepOf(a) - stepOf(b)) < 0;
}

function stepOf({ message }: Finding): number {
  return message ?? Number.MAX_SAFE_INTEGER;
}
