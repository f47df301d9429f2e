import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { type ChromiumSession, launchChromium } from '../../playground/browsers/chromium.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { RecorderEvent } from '../../src/extension/handover.ts';

/** What DevTools show: their own console, the OAuth tab, or that with the optional recorder. */
export type Mode = 'console' | 'ours' | 'recorder';

/** DevTools on a page, and what they cost. */
export interface LiveDevtools {
  readonly tab: Page;
  readonly session: ChromiumSession;
  /** Milliseconds that the main thread of DevTools themselves has worked so far. */
  frontTime(): Promise<number>;
  /** Bytes on the heap of the panel and the devtools page, after garbage collection. */
  extensionHeap(): Promise<number>;
  close(): Promise<void>;
}

const SHOW_CONSOLE = `import('./ui/legacy/legacy.js').then(({ ViewManager }) =>
  ViewManager.ViewManager.instance().showView('console')).then(() => true)`;

/** The folder of an extension that does nothing. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-empty-'));
  const manifest = { manifest_version: 3, name: 'Empty', version: '1' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

const BACKGROUND = `(() => {
  const events = [];
  window.grantscopeRecorder.subscribe((event) => events.push(event))();
  return events.filter(({ type }) => type === 'background');
})()`;

async function switchOn(session: ChromiumSession): Promise<void> {
  await session.panel.click('[data-testid="settings"]');
  await session.panel.click('[data-testid="record-more"]');
  await until('the recorder in the background', async () => {
    const events = await session.devtoolsPage.evaluate<RecorderEvent[]>(BACKGROUND);
    return events.some((event) => event.type === 'background' && event.state === 'on');
  });
  await session.panel.click('dialog[open] .dialog-head button');
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** Opens DevTools on the page. `folder` is the built extension. */
export async function openLive(mode: Mode, folder: string, url: string): Promise<LiveDevtools> {
  const empty = mode === 'console' ? emptyExtension() : null;
  const extension = empty ?? folder;
  const session = await launchChromium({
    name: 'chromium',
    extension,
    agrees: mode === 'recorder',
  });
  const { browser, tab } = session.inside;
  await session.page.goto(url);
  let front: Page;
  if (empty) {
    front = await tab.openDevTools();
    await until('the console', () => front.evaluate(SHOW_CONSOLE));
  } else {
    await session.openDevtools();
    front = session.inside.front();
    if (mode === 'recorder') await switchOn(session);
    await session.page.goto(url);
  }
  const frontSession = await front.createCDPSession();
  await frontSession.send('Performance.enable');
  return {
    tab,
    session,
    frontTime: () => taskTime(frontSession),
    async extensionHeap() {
      const target = browser.targets().find((one) => one.url().includes('/panels/oauth/'));
      if (!target) throw new Error('The panel is not there.');
      const panel = await target.createCDPSession();
      await panel.send('HeapProfiler.collectGarbage');
      const { usedSize } = await panel.send('Runtime.getHeapUsage');
      await panel.detach();
      return usedSize;
    },
    async close() {
      await session.close();
      if (empty) rmSync(empty, { recursive: true, force: true });
    },
  };
}

/** Calls the API of the site; each `every`-th call has a token. Resolves to milliseconds. */
export function calls({ tab }: LiveDevtools, count: number, every: number): Promise<number> {
  return tab.evaluate(`calls(${count}, ${every})`) as Promise<number>;
}

/** Waits until DevTools have worked off what they were told. */
export async function untilIdle({ frontTime }: LiveDevtools): Promise<void> {
  let before = await frontTime();
  await until(
    'DevTools at rest',
    async () => {
      // At rest is who works less than 50 ms in a second, so a second has to pass between two looks.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const now = await frontTime();
      const rests = now - before < 50;
      before = now;
      return rests;
    },
    60_000,
  );
}
