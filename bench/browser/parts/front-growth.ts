import type { Part } from '../line.ts';
import { calls, openLive, untilIdle } from '../live-devtools.ts';
import { startLiveSite } from '../live-site.ts';

const THOUSANDS = 4;

/** Whether a call with a token costs DevTools more the more calls there were before. */
const part: Part = async (folder) => {
  const site = await startLiveSite();
  const devtools = await openLive('ours', folder, `${site.origin}/`);
  const times: number[] = [];
  try {
    // DevTools compile their functions first.
    await calls(devtools, 500, 1);
    await untilIdle(devtools);
    for (let thousand = 0; thousand < THOUSANDS; thousand += 1) {
      const before = await devtools.frontTime();
      await calls(devtools, 1_000, 1);
      await untilIdle(devtools);
      times.push((await devtools.frontTime()) - before);
    }
  } finally {
    await devtools.close();
    await site.close();
  }
  const [first = Number.NaN, last = Number.NaN] = [times[0], times.at(-1)];
  return [
    {
      what: `main thread of DevTools for 1,000 calls with a token: last / first of ${THOUSANDS} (${times.map((time) => `${time.toFixed(0)} ms`).join(', ')})`,
      value: last / first,
      limit: 1.2,
      unit: '',
    },
  ];
};
export default part;
