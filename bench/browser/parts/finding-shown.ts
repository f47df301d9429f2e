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

/** Milliseconds from the end of the refusing response to the failed flow, in a new recording. */
async function timeToFlow(devtools: LiveDevtools, code: string, amid: number): Promise<number> {
  const { tab, session } = devtools;
  await session.devtoolsPage.evaluate('window.grantscopeRecorder.clear()');
  await calls(devtools, 20, 1);
  await untilIdle(devtools);
  await session.panel.evaluate(WATCH);
  const before = await sent(devtools);
  const calling = calls(devtools, amid, 1);
  await until('the first calls', async () => (await sent(devtools)) >= before + amid / 3);
  const refusedAt = (await tab.evaluate(`refuse('${code}-of-the-bench')`)) as number;
  const shownAt = await until(
    'the failed flow',
    () => session.panel.evaluate<number>('window.flowShownAt.times[0] ?? null'),
    60_000,
  );
  await calling;
  return shownAt - refusedAt;
}

/** How long a failed login takes to be shown, idle and amid calls with a token. */
const part: Part = async (folder) => {
  const site = await startLiveSite();
  const devtools = await openLive('ours', folder, `${site.origin}/`);
  const [idle, busy]: [number[], number[]] = [[], []];
  try {
    await timeToFlow(devtools, 'first-code', 0);
    for (let time = 0; time < TIMES; time += 1) {
      idle.push(await timeToFlow(devtools, `idle-code-${time}`, 0));
      busy.push(await timeToFlow(devtools, `busy-code-${time}`, CALLS));
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
