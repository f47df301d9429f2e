import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { launchChromium } from '../../../playground/browsers/chromium.ts';
import { until } from '../../../playground/browsers/poll.ts';
import { median } from '../../measure.ts';
import type { Part } from '../line.ts';
import { startLiveSite } from '../live-site.ts';

const ROUNDS = 7;
/** The folder of another built extension with a panel, to compare with. */
const PEER = process.env.GRANTSCOPE_BENCH_PEER ?? '';
const MOST_OF_PEER = 0.6;

/** Shows the first panel that an extension has added. */
const SHOW = `import('./ui/legacy/legacy.js').then(({ ViewManager }) => {
  const manager = ViewManager.ViewManager.instance();
  const id = [...manager.views.keys()].find((one) => one.startsWith('chrome-extension://'));
  return id !== undefined && manager.showView(id).then(() => true);
})`;

const PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null`;

/** The panel is the last frame of an extension: its devtools page, which paints nothing, is the first. */
async function paintOf(front: Page): Promise<number> {
  const isPanel = (frame: Frame) => frame.url().startsWith('chrome-extension://');
  return until('the first paint of the panel', async () => {
    for (const frame of front.frames().filter(isPanel).reverse()) {
      const painted = (await frame.evaluate(PAINT)) as number | null;
      if (painted !== null) return painted;
    }
    return null;
  });
}

/** Milliseconds from the start of the panel's document to its first contentful paint. */
async function firstPaint(extension: string, url: string): Promise<number> {
  const session = await launchChromium({ name: 'chromium', extension });
  try {
    await session.page.goto(url);
    const front = await session.inside.tab.openDevTools();
    await until('the panel', () => front.evaluate(SHOW));
    return await paintOf(front);
  } finally {
    await session.close();
  }
}

/** How soon the panel shows something, also compared with another extension where one is given. */
const part: Part = async (folder) => {
  const site = await startLiveSite();
  const peer = existsSync(join(PEER, 'manifest.json')) ? PEER : null;
  const [own, others]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      own.push(await firstPaint(folder, `${site.origin}/`));
      if (peer) others.push(await firstPaint(peer, `${site.origin}/`));
    }
  } finally {
    await site.close();
  }
  const value = median(own);
  const what = 'first contentful paint of the panel in DevTools';
  if (!peer) {
    const absent = `${what} (no other extension: GRANTSCOPE_BENCH_PEER names no built one)`;
    return [{ what: absent, value, limit: null, unit: 'ms' }];
  }
  const ratio = value / median(others);
  return [
    { what, value, limit: null, unit: 'ms' },
    { what: `${what} / that of ${peer}`, value: ratio, limit: MOST_OF_PEER, unit: '' },
  ];
};
export default part;
