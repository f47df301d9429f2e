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

/** No task of the panel takes longer than 50 ms. */
const part: Part = async (folder) =>
  Object.entries(await frames(folder)).map(([name, { busy, elapsed }]) => ({
    what: `longest task while ${WHAT[name]} (${elapsed.toFixed(1)} ms by the clock)`,
    value: busy,
    limit: LIMIT,
    unit: 'ms',
  }));
export default part;
