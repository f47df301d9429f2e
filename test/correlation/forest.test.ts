import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Forest } from '../../src/correlation/forest.ts';
import type { Item } from '../../src/correlation/item.ts';

const COUNT = 40;
const items = Array.from({ length: COUNT }, (_, index) => itemOf(index));

function itemOf(index: number): Item {
  return { id: `${index}`, startedAt: index, rank: 0 } as Item;
}

/** The way up, one join after the other, until it ends or comes back. */
function walked(forest: Forest, item: Item): Item {
  const seen = new Set<Item>();
  let top = item;
  for (let next = forest.above(top); next && !seen.has(next); next = forest.above(top)) {
    seen.add(top);
    top = next;
  }
  return top;
}

describe('Forest', () => {
  it('finds the root that walking up finds, whatever was joined and parted before', () => {
    const index = fc.nat({ max: COUNT - 1 });
    const step = fc.oneof(
      fc.record({ do: fc.constant('join' as const), item: index, to: index }),
      fc.record({ do: fc.constant('part' as const), item: index, to: index }),
      fc.record({ do: fc.constant('ask' as const), item: index, to: index }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const forest = new Forest();
        for (const { do: what, item, to } of steps) {
          const [one, other] = [items[item], items[to]];
          if (!one || !other) continue;
          if (what === 'ask') expect(forest.rootOf(one)).toBe(walked(forest, one));
          else {
            forest.unlink(one);
            if (what === 'join' && one !== other) forest.link(one, other);
          }
        }
        for (const item of items) expect(forest.rootOf(item)).toBe(walked(forest, item));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the root of a long chain, also after it was parted in the middle', () => {
    const chain = Array.from({ length: 1_000 }, (_, index) => itemOf(index));
    const forest = new Forest();
    chain.forEach((item, index) => {
      const before = chain[index - 1];
      if (before) forest.link(item, before);
      expect(forest.rootOf(item)).toBe(chain[0]);
    });
    const [middle, last] = [chain[500], chain[999]];
    if (!middle || !last) throw new Error('the chain is too short');
    forest.unlink(middle);
    expect(forest.rootOf(last)).toBe(middle);
    expect(forest.rootOf(chain[499] as Item)).toBe(chain[0]);
  });

  it('finds an item of a circle that is longer than a short way', () => {
    const circle = Array.from({ length: 100 }, (_, index) => itemOf(index));
    const forest = new Forest();
    circle.forEach((item, index) => {
      const next = circle[(index + 1) % circle.length];
      if (next) forest.link(item, next);
    });
    for (const item of circle) expect(forest.rootOf(item)).toBe(walked(forest, item));
  });
});
