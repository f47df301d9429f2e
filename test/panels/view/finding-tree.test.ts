import { describe, expect, it } from 'vitest';
import { type FindingNode, findingTree } from '../../../panels/oauth/view/finding-tree.ts';
import type { Finding, Severity } from '../../../src/checks/finding.ts';

function finding(check: string, severity: Severity, causedBy: string | null = null): Finding {
  return {
    check,
    severity,
    causedBy,
    certainty: 'certain',
    basis: 'observed',
    owner: 'client',
    message: 0,
    at: null,
    title: check,
    observed: '',
    expected: null,
    why: '',
    fix: '',
    specs: [],
    explains: [],
  };
}

const shape = (node: FindingNode): unknown =>
  node.followers.length > 0
    ? { [node.finding.check]: node.followers.map(shape) }
    : node.finding.check;

describe('the tree of findings', () => {
  it('puts the worst first and what follows under its cause', () => {
    const tree = findingTree([
      finding('note', 'info'),
      finding('effect', 'error', 'cause'),
      finding('weak', 'warning'),
      finding('cause', 'error'),
      finding('far-effect', 'info', 'effect'),
    ]);
    expect(tree.map(shape)).toEqual([{ cause: [{ effect: ['far-effect'] }] }, 'weak', 'note']);
  });

  it('keeps a finding whose cause is not there', () => {
    expect(findingTree([finding('effect', 'error', 'gone')]).map(shape)).toEqual(['effect']);
  });

  it('loses none that blame each other or themselves', () => {
    const circle = [
      finding('a', 'error', 'b'),
      finding('b', 'error', 'a'),
      finding('c', 'info', 'c'),
    ];
    const names = JSON.stringify(findingTree(circle).map(shape));
    for (const name of ['"a"', '"b"', '"c"']) expect(names).toContain(name);
  });

  it('puts the cause of the verdict first among the equally bad', () => {
    const tree = findingTree(
      [finding('other', 'error'), finding('cause', 'error'), finding('note', 'info')],
      'cause',
    );
    expect(tree.map(shape)).toEqual(['cause', 'other', 'note']);
  });

  it('puts what follows under the nearest finding of its cause that came no later', () => {
    const at = (message: number, one: Finding): Finding => ({ ...one, message });
    const tree = findingTree([
      at(1, finding('cause', 'error')),
      at(1, finding('effect', 'info', 'cause')),
      at(3, finding('cause', 'error')),
      at(4, finding('effect', 'info', 'cause')),
      at(0, finding('effect', 'info', 'cause')),
    ]);
    expect(tree.map(shape)).toEqual([{ cause: ['effect', 'effect'] }, { cause: ['effect'] }]);
  });

  it('folds thousands as it folds few', () => {
    const COUNT = 20_000;
    const many = Array.from({ length: COUNT }, (_, message) => [
      { ...finding('cause', 'error'), message },
      { ...finding('effect', 'info', 'cause'), message },
    ]).flat();
    const tree = findingTree(many);
    expect(tree).toHaveLength(COUNT);
    expect(tree.every(({ followers }) => followers.length === 1)).toBe(true);
  });

  it('shows each of several findings of the cause once', () => {
    const tree = findingTree([
      finding('cause', 'error'),
      finding('cause', 'error'),
      finding('effect', 'error', 'cause'),
    ]);
    expect(tree.map(shape)).toEqual([{ cause: ['effect'] }, 'cause']);
  });
});
