import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import type { BrowserName, Theme } from '../../playground/browsers/types.ts';
import asHtml from '../../src/report/formats/html.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { login } from '../helpers/exchanges.ts';
import { sharedReport, written } from '../helpers/shared-report.ts';
import { HOSTILE } from '../hostile/breakers.ts';
import { spoil } from '../hostile/spoil.ts';
import { launchPlain } from './plain-browser.ts';
import { loadingTexts, type ReportSite, startReportSite } from './report-site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A report without redaction, so that everything hostile is in it. */
function hostileReport(url: string): string {
  const text = `${HOSTILE} ${loadingTexts(url)}`;
  return written(asHtml, snapshotOf(login().map((exchange) => spoil(exchange, text))));
}

/** A report with findings, several flows and placeholders. */
function usualReport(): Promise<string> {
  const path = captures.find(({ name }) => name === 'verifier-of-another-attempt')?.path;
  if (!path) throw new Error('The capture is missing.');
  return sharedReport(asHtml, exchangesOf(path));
}

async function problemsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = (await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)} })`,
  )) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** A PDF with its compressed parts readable, where Firefox keeps the sizes of pages. */
function inflated(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, data = '']) => {
      try {
        return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    },
  );
  return [text, ...streams].join('\n');
}

/** What a page did besides showing itself. */
async function deedsOf(browser: Browser, address: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  const deeds: string[] = [];
  page.on('request', (request) => {
    // The browser itself has data in URLs: an icon, fonts.
    if (request.url() !== address && !request.url().startsWith('data:')) deeds.push(request.url());
  });
  page.on('dialog', (dialog) => {
    deeds.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
  if (await page.evaluate('"hostile" in globalThis')) deeds.push('a script ran');
  if (page.url() !== address) deeds.push(`it went to ${page.url()}`);
  const text = String(await page.evaluate('document.body.innerText'));
  if (!text.includes('globalThis.hostile=1')) deeds.push('the hostile text is not shown');
  await page.close();
  return deeds;
}

/** Tests HTML reports in a real browser. */
export function describeReport(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`an HTML report in ${name}`, () => {
    let site: ReportSite;
    let browsers: Readonly<Record<Theme, Browser>>;
    const folder = mkdtempSync(join(tmpdir(), 'grantscope-report-'));

    beforeAll(async () => {
      site = await startReportSite();
      const [light, dark] = [await launchPlain(name, 'light'), await launchPlain(name, 'dark')];
      browsers = { light, dark };
    });

    afterAll(async () => {
      await Promise.all(Object.values(browsers ?? {}).map((browser) => browser.close()));
      await site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function open(theme: Theme, html: string): Promise<Page> {
      site.show(html);
      const page = await browsers[theme].newPage();
      if (name === 'chromium') {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      }
      await page.goto(site.page);
      return page;
    }

    it('runs nothing and requests nothing, whatever the network said', async () => {
      const html = hostileReport(site.url);
      const file = join(folder, 'report.html');
      writeFileSync(file, html);
      site.show(html);
      expect(await deedsOf(browsers.light, site.page)).toEqual([]);
      expect(await deedsOf(browsers.light, pathToFileURL(file).href)).toEqual([]);
      expect(site.others).toEqual([]);
    });

    it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
      const page = await open(theme, await usualReport());
      const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(background).toBe(theme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(31, 31, 31)');
      expect(await problemsOf(page)).toEqual([]);
      await page.evaluate(
        'for (const one of document.querySelectorAll("details")) one.open = true',
      );
      expect(await problemsOf(page)).toEqual([]);
      await page.setViewport({ width: 400, height: 800 });
      expect(await problemsOf(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
      await page.close();
    });

    it('prints on A4', async () => {
      const page = await open('light', await usualReport());
      const pdf = Buffer.from(await page.pdf({ format: 'A4', printBackground: true }));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(10_000);
      const [, width, height] =
        /MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(inflated(pdf)) ?? [];
      // 210 × 297 mm in points of 1/72 inch.
      expect(Math.abs(Number(width) - 595.3)).toBeLessThan(1.5);
      expect(Math.abs(Number(height) - 841.9)).toBeLessThan(1.5);
      await page.close();
    });
  });
}
