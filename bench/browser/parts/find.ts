import type { Page } from 'puppeteer-core';
import type { Part } from '../line.ts';
import { logins } from '../logins.ts';
import { longestTask } from '../longest-task.ts';
import { record, untilFlows, withPanel } from '../panel-page.ts';

/** Flows with five messages each. */
const FLOWS = 100;
/** A text that is found more often than is collected, and one that is found seldom. */
const TEXTS = ['a', 'client-3'];

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('f');
  await page.keyboard.up('Control');
  const field = await page.waitForSelector('[data-testid="find"]');
  await field?.type(text);
  await page.waitForFunction(
    () =>
      /match/.test(document.querySelector('[data-testid="find-status"]')?.textContent ?? '') &&
      !document.querySelector('.find progress'),
  );
  for (let match = 0; match < 3; match += 1) {
    const before = await page.$eval('[data-testid="find-status"]', (status) => status.textContent);
    await page.keyboard.press('F3');
    await page.waitForFunction(
      (text) => document.querySelector('[data-testid="find-status"]')?.textContent !== text,
      {},
      before,
    );
  }
  await page.keyboard.press('Escape');
}

/** No task takes longer than 50 ms while 500 messages are searched and their matches opened. */
const part: Part = (folder) =>
  withPanel(folder, async (page) => {
    await record(page, logins(FLOWS).flat());
    await untilFlows(page, FLOWS);
    await page.click('[data-testid="flow"]');
    const lines = [];
    for (const text of TEXTS) {
      const { busy, elapsed } = await longestTask(page, () => find(page, text));
      const what = `longest task while "${text}" is searched in 500 messages (${elapsed.toFixed(1)} ms by the clock)`;
      lines.push({ what, value: busy, limit: 50, unit: 'ms' as const });
    }
    return lines;
  });
export default part;
