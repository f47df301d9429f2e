import type { Part } from '../line.ts';
import { calls, openLive, untilIdle } from '../live-devtools.ts';
import { startLiveSite } from '../live-site.ts';

const [FEW, MANY, EVERY] = [5_000, 20_000, 20];

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
    let done = 0;
    for (const count of [0, FEW, MANY]) {
      for (; done < count; done += 1_000) await calls(devtools, 1_000, EVERY);
      const what = `heap of panel and recorder after ${count} requests, 5 % with a token`;
      lines.push({ what, value: await heap(), limit: null, unit: 'MB' as const });
    }
    return lines;
  } finally {
    await devtools.close();
    await site.close();
  }
};
export default part;
