import type { Page } from 'puppeteer-core';
import { logins } from './logins.ts';
import { busyTime, type LongestTask, longestTask } from './longest-task.ts';
import { record, untilFlows, withPanel } from './panel-page.ts';

const [ARRIVING, SCROLLED] = [500, 5_000];
/** Flows that the recorder delivers at once. */
const [FEW, MANY] = [2, 250];
/** Flows of the small list, and how often another one is chosen in each list. */
const [SMALL, CHOICES] = [50, 30];

/** Scrolls the list through, one screen in each frame. */
const SCROLL = `new Promise((resolve) => {
  const list = document.querySelector('.flows');
  const step = () => {
    const before = list.scrollTop;
    list.scrollTop += list.clientHeight;
    if (list.scrollTop === before) resolve(true);
    else requestAnimationFrame(step);
  };
  list.scrollTop = 0;
  requestAnimationFrame(step);
})`;

/** Waits for a few frames, in which the panel draws what it was given. */
const DRAWN =
  'new Promise((resolve) => { let n = 0; const next = () => ++n > 4 ? resolve(true) : requestAnimationFrame(next); next(); })';

/** The first flows are shown before. Until then the panel starts, which has a line of its own. */
async function arrive(page: Page): Promise<void> {
  const all = logins(ARRIVING);
  for (let from = FEW; from < ARRIVING; from += FEW) {
    await record(page, all.slice(from, from + FEW).flat());
    await page.evaluate(DRAWN);
  }
  await untilFlows(page, ARRIVING);
}

async function press(page: Page): Promise<void> {
  await page.click('[data-testid="flow"]');
  for (const key of ['End', 'Home', 'PageDown', 'ArrowDown', 'ArrowUp', 'PageUp'] as const) {
    for (let times = 0; times < 5; times += 1) {
      await page.keyboard.press(key);
      await page.evaluate(DRAWN);
    }
  }
}

/** Chooses a flow after the other, from the last upwards. Milliseconds of the processor. */
async function choose(page: Page): Promise<number> {
  await page.click('[data-testid="flow"]');
  await page.keyboard.press('End');
  const up = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press('ArrowUp');
      await page.evaluate(DRAWN);
    }
  };
  await up(5);
  return busyTime(page, () => up(CHOICES));
}

/** What was measured in milliseconds, and as a ratio. */
export interface Frames {
  readonly tasks: Readonly<Record<string, LongestTask>>;
  /** The time to choose a flow among all, divided by the time among a few. */
  readonly choosing: number;
}

/** The longest tasks while flows arrive, and while a long list is scrolled and walked by keys. */
export async function frames(folder: string): Promise<Frames> {
  const among = await withPanel(folder, async (page) => {
    await record(page, logins(SMALL).flat());
    await untilFlows(page, SMALL);
    return choose(page);
  });
  return withPanel(folder, async (page) => {
    await record(page, logins(FEW).flat());
    await untilFlows(page, FEW);
    const arriving = await longestTask(page, () => arrive(page));
    for (let from = ARRIVING; from < SCROLLED; from += MANY) {
      await record(page, logins(MANY, from).flat());
      await untilFlows(page, from + MANY);
    }
    const scrolling = await longestTask(page, async () => {
      await page.evaluate(SCROLL);
    });
    const walking = await longestTask(page, () => press(page));
    const choosing = (await choose(page)) / among;
    const late = await longestTask(page, async () => {
      await record(page, logins(FEW, SCROLLED).flat());
      await untilFlows(page, SCROLLED + FEW);
    });
    return { tasks: { arriving, scrolling, walking, late }, choosing };
  });
}
