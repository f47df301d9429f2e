import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Frame, KeyInput, Page } from 'puppeteer-core';
import type { PageDriver } from '../page-driver.ts';
import { dragOver } from './chromium-drag.ts';
import { watchErrors } from './chromium-errors.ts';
import { writeSettings } from './chromium-profile.ts';
import { ruleCounter } from './chromium-rules.ts';
import { sizeOf } from './chromium-size.ts';
import { startBrowser } from './chromium-start.ts';
import { ChromiumWorker } from './chromium-worker.ts';
import { until } from './poll.ts';
import type { BrowserSession, LaunchOptions, PanelDriver } from './types.ts';

const LEFT = /context was destroyed|Cannot find context|detached|context is not available/;

/** Evaluates, and again if the document was replaced meanwhile. */
async function ask<T>(frame: Page | Frame, expression: string): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await frame.evaluate(expression)) as T;
    } catch (error) {
      if (attempt === 5 || !LEFT.test(String(error))) throw error;
    }
  }
}

function drivePage(page: Page): PageDriver {
  return {
    look: 100,
    ...driveWindow(page),
    async popup() {
      const pages = await page.browser().pages();
      const opened = pages.findLast((one) => one.target().opener() === page.target());
      return opened ? driveWindow(opened) : null;
    },
    async goto(url) {
      await page.goto(url).catch((error: unknown) => {
        // The browser shows its error page, as it would to a user.
        if (!String(error).includes('net::ERR_')) throw error;
      });
    },
  };
}

function driveWindow(page: Page): Pick<PageDriver, 'click' | 'evaluate'> {
  return {
    async click(selector) {
      await page.bringToFront();
      const element = await page.waitForSelector(selector, { timeout: 10_000 });
      await element?.click();
    },
    evaluate: (expression) => ask(page, expression),
  };
}

function drivePanel(opened: () => Opened): PanelDriver {
  return {
    async click(selector) {
      const element = await opened().panel.waitForSelector(selector, { timeout: 10_000 });
      await element?.click();
    },
    evaluate: (expression) => ask(opened().panel, expression),
    async screenshot(file) {
      const element = await opened().panel.frameElement();
      const clip = await element?.boundingBox();
      if (!clip) throw new Error('The OAuth panel is not on screen.');
      await opened().front.screenshot({
        path: file as `${string}.png`,
        clip,
        // Otherwise some pictures are empty.
        captureBeyondViewport: false,
      });
    },
    drag: (selector) => dragOver(opened(), selector),
    async key(name) {
      const { panel, front } = opened();
      await panel.evaluate('window.focus()');
      const keys = (name === '+' ? [name] : name.split('+')) as KeyInput[];
      const last = keys.pop();
      for (const modifier of keys) await front.keyboard.down(modifier);
      if (last) await front.keyboard.press(last);
      for (const modifier of keys.reverse()) await front.keyboard.up(modifier);
    },
  };
}

interface Opened {
  readonly front: Page;
  readonly devtools: Frame;
  readonly panel: Frame;
}

/** Shows the panel, which appears some time after DevTools have opened. */
async function showPanel(front: Page, id: string): Promise<Frame> {
  const view = JSON.stringify(`chrome-extension://${id}OAuth`);
  await until('the OAuth panel', () =>
    front.evaluate(`import('./ui/legacy/legacy.js').then(({ ViewManager }) => {
      const manager = ViewManager.ViewManager.instance();
      return manager.views.has(${view}) && manager.showView(${view}).then(() => true);
    })`),
  );
  const inPanel = (frame: Frame) =>
    frame.url().startsWith(`chrome-extension://${id}/`) && frame.url().includes('/panels/');
  const panel = await front.waitForFrame(inPanel);
  await until('the panel document', () => panel.evaluate("document.readyState === 'complete'"));
  return panel;
}

async function openDevtools(page: Page, id: string, before?: () => Promise<void>): Promise<Opened> {
  const front = await page.openDevTools();
  const devtools = await front.waitForFrame((frame) => frame.url().includes(`${id}/src/`));
  await before?.();
  return { front, devtools, panel: await showPanel(front, id) };
}

/** A Chromium whose inside can be measured. */
export interface ChromiumSession extends BrowserSession {
  readonly inside: {
    readonly browser: Browser;
    /** The inspected tab. */
    readonly tab: Page;
    /** The document of DevTools themselves. */
    front(): Page;
  };
}

/** Starts Chromium, Chrome or Edge with undocked DevTools and drives it over a pipe. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumSession> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'grantscope-chromium-'));
  if (!existsSync(join(profile, 'Default/Preferences'))) writeSettings(profile, options);
  const browser = await startBrowser(options, profile);
  const id = await browser.installExtension(resolve(options.extension));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  let opened: Opened | null = null;
  let errors: readonly string[] | null = null;
  const current = () => {
    if (!opened) throw new Error('DevTools are not open.');
    return opened;
  };
  const size = sizeOf(() => current().front, options);
  const worker = new ChromiumWorker(browser, id);
  return {
    name: 'chromium',
    inside: { browser, tab: page, front: () => current().front },
    background: {
      evaluate: (expression) => worker.evaluate(expression),
      stop: () => worker.stop(),
      async reload() {
        const reload = 'void setTimeout(() => chrome.runtime.reload(), 100)';
        await worker.untilAnother(() => current().panel.evaluate(reload));
        opened = null;
      },
    },
    // The panel asks by itself, and the answer is known.
    agree: async () => undefined,
    page: drivePage(page),
    panel: drivePanel(current),
    devtoolsPage: { evaluate: (expression) => ask(current().devtools, expression) },
    async openDevtools() {
      opened = await openDevtools(page, id, options.beforePanel);
      if (options.width) await size.resize(options.width, options.height ?? 800);
    },
    async closeDevtools() {
      await current().front.close();
      opened = null;
    },
    exportHar: () =>
      current().front.evaluate(`Promise.all([import('./models/har/har.js'), import('./models/logs/logs.js')])
        .then(async ([har, logs]) => {
          const requests = logs.NetworkLog.NetworkLog.instance().requests();
          const pieces = [];
          const progress = { isCanceled: () => false, canceled: false };
          const sink = new Proxy(progress, { get: (it, name) => it[name] ?? (() => sink) });
          const stream = { write: async (piece) => { pieces.push(piece); } };
          const written = har.Writer.Writer.write(stream, requests, { sanitize: false }, sink);
          // DevTools never answer for an unread body. The export then has no bodies.
          const late = new Promise((resolve) => setTimeout(resolve, 4_000, 'late'));
          if ((await Promise.race([written, late])) !== 'late') return pieces.join('');
          return JSON.stringify({ log: await har.Log.Log.build(requests, { sanitize: false }) });
        })`) as Promise<string>,
    async clearLog() {
      await current().front.evaluate(`import('./models/logs/logs.js').then((logs) =>
        logs.NetworkLog.NetworkLog.instance().reset(true))`);
    },
    async setTheme(theme) {
      const value = theme === 'dark' ? 'dark' : 'default';
      await current().front.evaluate(`import('./core/common/common.js').then(({ Settings }) =>
        Settings.Settings.instance().moduleSetting('ui-theme').set('${value}'))`);
    },
    ...size,
    shownPanel: () =>
      current().front.evaluate(`import('./ui/legacy/legacy.js').then(({ InspectorView }) =>
        InspectorView.InspectorView.instance().tabbedPane.selectedTabId)`) as Promise<string>,
    async errors() {
      errors ??= watchErrors(browser, id);
      return errors;
    },
    sessionRules: ruleCounter(browser, id),
    closeTab: () => page.close(),
    async kill() {
      const gone = new Promise((resolve) => browser.once('disconnected', resolve));
      browser.process()?.kill('SIGKILL');
      await gone;
    },
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
