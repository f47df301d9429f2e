import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { flowTree } from '../../src/conclusion/flow-tree.ts';
import { analysedFlow } from '../panels/fixtures.ts';

const template = analysedFlow({});
const flow = (id: string, parent: string | null): AnalysedFlow => ({
  ...template,
  flow: { ...template.flow, id, parent },
});
const ids = (...args: Parameters<typeof flowTree>) =>
  flowTree(...args).map(({ analysed, depth }) => `${depth} ${analysed.flow.id}`);

describe('the tree of flows', () => {
  const flows = [flow('a', null), flow('b', 'c'), flow('c', 'a'), flow('d', null), flow('e', 'a')];

  it('has each flow right after its parent, in the order of the list', () => {
    expect(ids(flows)).toEqual(['0 a', '1 c', '2 b', '1 e', '0 d']);
  });

  it('can leave flows in place that are not listed under their parent', () => {
    expect(ids(flows, ({ id }) => id === 'e')).toEqual(['0 a', '1 e', '0 b', '0 c', '0 d']);
  });

  it('has a flow whose parent is not in the list at the top', () => {
    expect(ids([flow('b', 'gone')])).toEqual(['0 b']);
  });

  it('has every flow once, with any parents', () => {
    const parent = fc.option(fc.integer({ min: 0, max: 9 }).map(String));
    fc.assert(
      fc.property(fc.array(parent, { maxLength: 10 }), (parents) => {
        const some = parents.map((one, index) => flow(String(index), one));
        const placed = flowTree(some).map(({ analysed }) => analysed);
        expect(new Set(placed)).toEqual(new Set(some));
        expect(placed).toHaveLength(some.length);
      }),
    );
  });
});
