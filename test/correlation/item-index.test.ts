import { describe, expect, test } from 'vitest';
import { Changes } from '../../src/correlation/changes.ts';
import type { Item, Seek } from '../../src/correlation/item.ts';
import { ItemIndex } from '../../src/correlation/item-index.ts';
import { exchange, START } from '../helpers/exchanges.ts';

const HOUR = 3_600_000;
const KEY = 'client spa';

function item(id: string, startedAt: number, rest: Partial<Item>): Item {
  const made = exchange(startedAt - START, { url: 'https://as.example.com/authorize' });
  return {
    id,
    startedAt,
    rank: 0,
    exchange: made,
    sighting: { kind: 'document', exchange: made },
    provides: [],
    seeks: [],
    parentSeeks: [],
    metadataSeek: null,
    rootable: false,
    ...rest,
  };
}

const next: Seek = { key: KEY, pick: 'next', within: HOUR / 60, accept: () => true };

/** Many seekers. The first looks ahead as far as `seek` says. */
function among(seek: Seek): { index: ItemIndex; seeker: Item } {
  const index = new ItemIndex(new Changes());
  const seeker = item('seeker', START, { seeks: [seek] });
  const others = Array.from({ length: 40 }, (_, at) =>
    item(`other ${at}`, START + 1 + at, { seeks: [next] }),
  );
  for (const one of [seeker, ...others]) index.add(one);
  return { index, seeker };
}

describe('a new item concerns earlier ones among many', () => {
  const late = item('late', START + 2 * HOUR, { provides: [KEY] });

  test.each<[string, Seek, boolean]>([
    ['that look so far ahead', { ...next, within: 3 * HOUR }, true],
    ['that look ahead without an end', { ...next, within: Number.POSITIVE_INFINITY }, true],
    ['but not those that look less far', next, false],
    ['but not those that look far back only', { ...next, within: 3 * HOUR, ahead: HOUR }, false],
  ])('%s', (_, seek, concerned) => {
    const { index, seeker } = among(seek);
    index.add(late);
    expect([...index.affectedBy(late)].includes(seeker)).toBe(concerned);
    expect(index.find(seek, seeker)).toBe(concerned ? late : null);
  });

  test('again after the seeker with the longest reach has gone', () => {
    const { index, seeker } = among({ ...next, within: 3 * HOUR });
    index.remove(seeker);
    index.add(late);
    expect([...index.affectedBy(late)]).not.toContain(seeker);
  });

  test('at any time if the user fetched it', () => {
    const seek: Seek = { ...next, within: 3 * HOUR, ahead: HOUR };
    const { index, seeker } = among(seek);
    const fetched = { ...late, exchange: { ...late.exchange, onDemand: true } };
    index.add(fetched);
    expect([...index.affectedBy(fetched)]).toContain(seeker);
    expect(index.find(seek, seeker)).toBe(fetched);
  });
});
