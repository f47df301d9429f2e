import { until } from '../../../playground/browsers/poll.ts';
import { median } from '../../measure.ts';
import type { Part } from '../line.ts';
import { calls, type LiveDevtools, openLive, untilIdle } from '../live-devtools.ts';
import { startLiveSite } from '../live-site.ts';

const [TIMES, CALLS] = [5, 1_500];

/** Notes when the panel counts one flow more. */
const WATCH = `(() => {
  const counts = document.querySelector('[data-testid="counts"]');
  const number = () => Number.parseInt(counts.textContent.replaceAll(',', '').match(/\\d+(?= flow)/)?.[0] ?? '0', 10);
  const shown = (window.flowShownAt = { before: number(), times: [] });
  const look = () => {
    while (shown.before + shown.times.length < number()) shown.times.push(Date.now());
  };
  new MutationObserver(look).observe(counts, { childList: true, subtree: true, characterData: true });
  return true;
})()`;

const sent = ({ tab }: LiveDevtools) => tab.evaluate('sentCalls()') as Promise<number>;

/** Milliseconds from the end of the refusing response to the failed flow in the list. */
async function timeToFlow({ tab, session }: LiveDevtools, count: number): Promise<number> {
  const refusedAt = (await tab.evaluate(`refuse('code-${count}-of-the-bench')`)) as number;
  const shownAt = await until(
    'the failed flow',
    () => session.panel.evaluate<number>(`window.flowShownAt.times[${count}] ?? null`),
    60_000,
  );
  return shownAt - refusedAt;
}

/** How long the finding on a failed login takes to be shown, idle and amid calls with a token. */
const part: Part = async (folder) => {
  const site = await startLiveSite();
  const devtools = await openLive('ours', folder, `${site.origin}/`);
  const [idle, busy]: [number[], number[]] = [[], []];
  try {
    await calls(devtools, 20, 1);
    await untilIdle(devtools);
    await devtools.session.panel.evaluate(WATCH);
    await timeToFlow(devtools, 0);
    for (let time = 1; time <= TIMES; time += 1) {
      await untilIdle(devtools);
      idle.push(await timeToFlow(devtools, time));
    }
    for (let time = 1; time <= TIMES; time += 1) {
      const calling = calls(devtools, CALLS, 1);
      await until(
        'the first calls',
        async () => (await sent(devtools)) >= 20 + time * CALLS - 1_000,
      );
      busy.push(await timeToFlow(devtools, TIMES + time));
      await calling;
    }
  } finally {
    await devtools.close();
    await site.close();
  }
  return [
    {
      what: `failed login shown amid ${CALLS} calls with a token / idle (${median(busy).toFixed(0)} ms / ${median(idle).toFixed(0)} ms)`,
      value: median(busy) / median(idle),
      limit: 3,
      unit: '',
    },
  ];
};
export default part;
