import { frames } from '../frames.ts';
import type { Part } from '../line.ts';

/** Milliseconds of the processor. */
const LIMIT = 50;

const WHAT: Readonly<Record<string, string>> = {
  arriving: '500 flows arrive, two at a time',
  scrolling: '5,000 flows are scrolled, one screen in each frame',
  walking: '5,000 flows are walked through with the keys',
  late: 'two flows arrive beside 5,000',
};

/** The time to choose a flow among many, divided by the time among a few. */
const MOST_CHOOSING = 2;

/** No task of the panel takes longer than 50 ms, and choosing a flow takes as long in any list. */
const part: Part = async (folder) => {
  const { tasks, choosing } = await frames(folder);
  const lines = Object.entries(tasks).map(([name, { busy, elapsed }]) => ({
    what: `longest task while ${WHAT[name]} (${elapsed.toFixed(1)} ms by the clock)`,
    value: busy,
    limit: LIMIT,
    unit: 'ms' as const,
  }));
  const what = 'choosing a flow among 5,000 / among 50';
  return [...lines, { what, value: choosing, limit: MOST_CHOOSING, unit: '' }];
};
export default part;
