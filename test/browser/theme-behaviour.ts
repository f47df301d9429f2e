import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { importFile } from './panel-walk.ts';
import { launchPlain } from './plain-browser.ts';

const { serveFolder } = (await import(
  new URL('../../scripts/lib/serve-folder.mjs', import.meta.url).href
)) as { serveFolder(folder: string): Promise<{ url: string; close(): Promise<void> }> };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const FAILED = fileURLToPath(
  new URL('../captures/chromium/verifier-of-another-attempt.har', import.meta.url),
);

const BACKGROUND = 'getComputedStyle(document.body).backgroundColor';

/** The panel in the theme of DevTools, and in what the user asks the system for. */
export function describeTheme(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the theme in ${name}`, () => {
    let browser: BrowserSession;
    const background = () => browser.panel.evaluate<string>(BACKGROUND);
    const choose = (theme: string) => browser.panel.click(`[name="theme"][value="${theme}"]`);

    beforeAll(async () => {
      browser = await launchBrowser({ name, extension: builtExtension(name), theme: 'light' });
      await browser.page.goto('about:blank');
      await browser.openDevtools();
      await until('the panel', () =>
        browser.panel.evaluate<boolean>(`document.querySelector('[data-testid="empty"]') !== null`),
      );
    });
    afterAll(() => browser?.close());

    it('is that of DevTools, and changes with it without a reload', async () => {
      await browser.panel.evaluate("document.body.dataset.same = 'yes'");
      const light = await background();
      await browser.setTheme('dark');
      await until('the dark theme', async () => (await background()) !== light);
      expect(await browser.panel.evaluate('document.documentElement.dataset.theme')).toBe('dark');
      await browser.setTheme('light');
      await until('the light theme', async () => (await background()) === light);
      expect(await browser.panel.evaluate('document.body.dataset.same')).toBe('yes');
    });

    it('can be chosen otherwise', async () => {
      const light = await background();
      await browser.panel.click('[data-testid="settings"]');
      await choose('dark');
      await until('the dark theme', async () => (await background()) !== light);
      await choose('devtools');
      await until('the theme of DevTools', async () => (await background()) === light);
    });
  });

  describe.skipIf(!findBrowser(name))(`what the system asks for, in ${name}`, () => {
    let site: { url: string; close(): Promise<void> };
    let plain: Browser;
    let page: Page;

    beforeAll(async () => {
      site = await serveFolder(builtExtension(name));
      plain = await (name === 'chromium' ? launchPlain(name, 'light') : firefoxWithColors());
      page = await plain.newPage();
      await page.goto(`${site.url}/panels/oauth/index.html`);
      await page.waitForSelector('input[type=file]');
      const inPage = { evaluate: async <T>(script: string) => (await page.evaluate(script)) as T };
      await importFile(inPage, 'login.har', readFileSync(FAILED, 'utf8'));
      await page.waitForSelector('[data-testid="verdict"]');
    });
    afterAll(async () => {
      await plain?.close();
      await site?.close();
    });

    it.skipIf(name === 'firefox')('more contrast: every text has at least 7 to 1', async () => {
      const session = await page.createCDPSession();
      for (const scheme of ['light', 'dark']) {
        const features = [
          { name: 'prefers-contrast', value: 'more' },
          { name: 'prefers-color-scheme', value: scheme },
        ];
        await session.send('Emulation.setEmulatedMedia', { features });
        expect(await page.evaluate('matchMedia("(prefers-contrast: more)").matches')).toBe(true);
        await page.evaluate(AXE);
        const { violations } = (await page.evaluate(
          `axe.run({ runOnly: ['color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } })`,
        )) as AxeResults;
        expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
      }
    });

    it('forced colours: what is chosen has an outline, and no colour of its own', async () => {
      if (name === 'chromium') {
        const session = await page.createCDPSession();
        const features = [{ name: 'forced-colors', value: 'active' }];
        await session.send('Emulation.setEmulatedMedia', { features });
      }
      expect(await page.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true);
      const outline = await page.evaluate(
        `getComputedStyle(document.querySelector('[aria-current="true"]')).outlineStyle`,
      );
      expect(outline).toBe('solid');
      // Severity has a border, because its background is gone.
      const border = await page.evaluate(
        `getComputedStyle(document.querySelector('.verdict.bad')).borderLeftStyle`,
      );
      expect(border).toBe('double');
    });

    it('less motion: nothing moves by itself when a flow, a message and a menu are opened', async () => {
      if (name === 'chromium') {
        const session = await page.createCDPSession();
        const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
        await session.send('Emulation.setEmulatedMedia', { features });
      }
      expect(await page.evaluate('matchMedia("(prefers-reduced-motion: reduce)").matches')).toBe(
        true,
      );
      const moving = await page.evaluate(`(async () => {
        const moving = [];
        for (const one of document.querySelectorAll('[data-testid="flow"], [data-step], [aria-haspopup="menu"]')) {
          one.click();
          await new Promise(requestAnimationFrame);
          moving.push(...document.getAnimations());
        }
        return [moving.length, getComputedStyle(document.documentElement).scrollBehavior];
      })()`);
      expect(moving).toEqual([0, 'auto']);
    });
  });
}

/** Firefox emulates neither forced colours nor less motion. Preferences of the user switch them on. */
function firefoxWithColors(): Promise<Browser> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox was found.');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1 },
  });
}
