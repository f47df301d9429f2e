import { median } from '../../measure.ts';
import type { Part } from '../line.ts';
import { calls, type LiveDevtools, type Mode, openLive } from '../live-devtools.ts';
import { startLiveSite } from '../live-site.ts';

const [ROUNDS, CALLS, EVERY] = [10, 400, 20];
const LIMITS: Readonly<Record<Exclude<Mode, 'console'>, number>> = { ours: 1.1, recorder: 1.3 };

/**
 * How much slower a page is with the OAuth tab than with the console alone. The browsers take turns,
 * so that other programs disturb all of them alike.
 */
const part: Part = async (folder) => {
  const site = await startLiveSite();
  const open: Partial<Record<Mode, LiveDevtools>> = {};
  const times: Record<Mode, number[]> = { console: [], ours: [], recorder: [] };
  const modes = Object.keys(times) as Mode[];
  try {
    for (const mode of modes) open[mode] = await openLive(mode, folder, `${site.origin}/`);
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const mode of modes) {
        const devtools = open[mode];
        const time = devtools ? await calls(devtools, CALLS, EVERY) : Number.NaN;
        // The first round warms up.
        if (round >= 0) times[mode].push(time);
      }
    }
  } finally {
    for (const devtools of Object.values(open)) await devtools.close();
    await site.close();
  }
  return (['ours', 'recorder'] as const).map((mode) => ({
    what: `page with DevTools, ${ROUNDS * CALLS} calls, 5 % with a token: ${mode} / console only (${median(times[mode]).toFixed(0)} ms / ${median(times.console).toFixed(0)} ms for ${CALLS})`,
    value: median(times[mode].map((time, round) => time / (times.console[round] ?? Number.NaN))),
    limit: LIMITS[mode],
    unit: '',
  }));
};
export default part;
