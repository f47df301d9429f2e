import type { Part } from '../line.ts';
import { calls, openLive, untilIdle } from '../live-devtools.ts';
import { startLiveSite } from '../live-site.ts';

const [FEW, MANY, MOST, EVERY] = [5_000, 20_000, 100_000, 20];
/** The heap after most requests, divided by the heap after many. */
const GROWTH = 1.2;

/** What the panel and the recorder hold in memory. */
const part: Part = async (folder) => {
  const site = await startLiveSite();
  const devtools = await openLive('ours', folder, `${site.origin}/`);
  const heap = async () => {
    await untilIdle(devtools);
    return (await devtools.extensionHeap()) / 1_000_000;
  };
  try {
    const lines = [];
    const heaps = new Map<number, number>();
    let done = 0;
    for (const count of [0, FEW, MANY, MOST]) {
      for (; done < count; done += 1_000) await calls(devtools, 1_000, EVERY);
      const what = `heap of panel and recorder after ${count} requests, 5 % with a token`;
      const value = await heap();
      heaps.set(count, value);
      lines.push({ what, value, limit: null, unit: 'MB' as const });
    }
    const value = (heaps.get(MOST) ?? Number.NaN) / (heaps.get(MANY) ?? Number.NaN);
    const what = `heap of panel and recorder after ${MOST} requests / after ${MANY}`;
    return [...lines, { what, value, limit: GROWTH, unit: '' as const }];
  } finally {
    await devtools.close();
    await site.close();
  }
};
export default part;
