import { expect, test } from 'vitest';
import type { Item } from '../../src/correlation/item.ts';
import { ItemIndex } from '../../src/correlation/item-index.ts';
import { START } from '../helpers/exchanges.ts';

const HOUR = 3_600_000;

function item(id: string, startedAt: number, rest: Partial<Item>): Item {
  const base = { id, startedAt, rank: 0, provides: [], seeks: [], parentSeeks: [] };
  const exchange = { onDemand: false } as unknown as Item['exchange'];
  return { ...base, exchange, metadataSeek: null, rootable: false, ...rest } as Item;
}

test('a newcomer concerns everybody who looks that far ahead, among many others too', () => {
  const index = new ItemIndex();
  const key = 'client spa';
  const seekers = Array.from({ length: 40 }, (_, at) => {
    const within = at === 0 ? 3 * HOUR : HOUR / 60;
    const seeks = [{ key, pick: 'next' as const, within, accept: () => true }];
    return item(`seeker ${at}`, START + at, { seeks });
  });
  for (const seeker of seekers) index.add(seeker);
  const newcomer = item('late', START + 2 * HOUR, { provides: [key] });
  index.add(newcomer);
  expect([...index.affectedBy(newcomer)]).toContain(seekers[0]);
});
