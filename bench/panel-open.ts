import { launchBrowser } from '../playground/browsers/launch.ts';
import { until } from '../playground/browsers/poll.ts';
import type { BrowserSession } from '../playground/browsers/types.ts';
import { type OAuthSite, startOAuthSite } from '../test/browser/oauth-site.ts';
import { median } from './measure.ts';

const ROUNDS = 7;

/**
 * Resolves to the milliseconds from the start of the panel's document to the frame that shows its
 * first flow.
 */
const FIRST_FLOW = `new Promise((resolve) => {
  const look = () =>
    document.querySelector('[data-testid="flow"]') ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})`;

/** Measures how long the tab takes to show a flow that was recorded before the tab was opened. */
async function timeToFirstFlow(extension: string, site: OAuthSite): Promise<number> {
  const started: { browser?: BrowserSession } = {};
  const recordLogin = async () => {
    const page = started.browser?.page;
    await page?.goto(`${site.app}/start`);
    await until('the end of the login', () =>
      page?.evaluate<boolean>(`document.documentElement.dataset.state === 'done'`),
    );
  };
  const browser = await launchBrowser({ name: 'chromium', extension, beforePanel: recordLogin });
  started.browser = browser;
  try {
    await browser.page.goto(`${site.app}/`);
    await browser.openDevtools();
    return await browser.panel.evaluate<number>(FIRST_FLOW);
  } finally {
    await browser.close();
  }
}

/** The median times of two builds of the extension and their ratio. The builds alternate. */
export async function panelOpen(
  before: string,
  now: string,
): Promise<{ readonly before: number; readonly now: number; readonly ratio: number }> {
  const site = await startOAuthSite();
  const times = { before: [] as number[], now: [] as number[] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      times.before.push(await timeToFirstFlow(before, site));
      times.now.push(await timeToFirstFlow(now, site));
    }
  } finally {
    await site.close();
  }
  const middle = { before: median(times.before), now: median(times.now) };
  return { ...middle, ratio: middle.now / middle.before };
}
