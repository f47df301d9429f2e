import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { type FindingNode, findingTree } from '../../src/conclusion/finding-tree.ts';
import type { Severity } from '../../src/words/severities.ts';
import { finding } from '../helpers/findings.ts';

const one = (check: string, severity: Severity, causedBy: Finding | null = null): Finding =>
  finding(check, { severity, causedBy });

const shape = (node: FindingNode): unknown =>
  node.followers.length > 0
    ? { [node.finding.check]: node.followers.map(shape) }
    : node.finding.check;

describe('the tree of findings', () => {
  it('puts the worst first and consequences under their cause', () => {
    const cause = one('cause', 'error');
    const effect = one('effect', 'error', cause);
    const tree = findingTree([
      one('note', 'info'),
      effect,
      one('weak', 'warning'),
      cause,
      one('far-effect', 'info', effect),
    ]);
    expect(tree.map(shape)).toEqual([{ cause: [{ effect: ['far-effect'] }] }, 'weak', 'note']);
  });

  it('keeps a finding whose cause is missing', () => {
    const gone = one('gone', 'error');
    expect(findingTree([one('effect', 'error', gone)]).map(shape)).toEqual(['effect']);
  });

  it('puts the cause of the verdict first among the equally bad', () => {
    const cause = one('same', 'error');
    const tree = findingTree([one('same', 'error'), cause, one('note', 'info')], cause);
    expect(tree.map((node) => node.finding === cause)).toEqual([true, false, false]);
  });

  it('puts a consequence under its own cause when a check reports twice', () => {
    const [first, second] = [one('cause', 'error'), one('cause', 'error')];
    const tree = findingTree([
      first,
      one('effect', 'info', first),
      second,
      one('effect', 'info', second),
      one('effect', 'info', first),
    ]);
    expect(tree.map(shape)).toEqual([{ cause: ['effect', 'effect'] }, { cause: ['effect'] }]);
  });

  it('folds thousands like a few', () => {
    const COUNT = 20_000;
    const many = Array.from({ length: COUNT }, () => {
      const cause = one('cause', 'error');
      return [cause, one('effect', 'info', cause)];
    }).flat();
    const tree = findingTree(many);
    expect(tree).toHaveLength(COUNT);
    expect(tree.every(({ followers }) => followers.length === 1)).toBe(true);
  });
});
