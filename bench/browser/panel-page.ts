import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from '../../playground/browsers/find.ts';
import type { Exchange } from '../../src/http/exchange.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
};

/** A recorder that gives the panel what the bench hands over as `window.record(exchanges)`. */
const CONNECT = `new Promise((resolve) => {
  const nothing = () => {};
  const port = {
    subscribe: (listener) => {
      listener({ type: 'state', paused: false, keep: true });
      window.record = (exchanges) => listener({ type: 'exchanges', exchanges });
      resolve(true);
      return nothing;
    },
    askBeforeDropping: nothing, clear: nothing, undoClear: () => false, setPaused: nothing, setKeep: nothing,
    rehearsal: { subscribe: (listener) => { listener(null); return nothing; }, arm: nothing, stop: nothing },
    reloadPage: nothing, showNetwork: null, askForBackground: nothing, stopBackground: nothing,
    inspectedUrl: async () => null,
  };
  const look = () => window.grantscopeConnect ? window.grantscopeConnect(port) : requestAnimationFrame(look);
  look();
})`;

/** The built panel in a page of a real Chromium, without DevTools around it. */
export async function withPanel<T>(folder: string, work: (page: Page) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const executablePath = findBrowser('chromium') ?? '';
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1_200, height: 800 });
    await page.goto(`http://127.0.0.1:${port}/panels/oauth/index.html`);
    await page.evaluate(CONNECT);
    return await work(page);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Hands exchanges to the panel. */
export function record(page: Page, exchanges: readonly Exchange[]): Promise<unknown> {
  return page.evaluate(
    (all) => {
      (window as unknown as { record: (exchanges: unknown) => void }).record(all);
    },
    exchanges as unknown as object[],
  );
}

/** Waits until the toolbar counts so many flows. */
export async function untilFlows(page: Page, count: number): Promise<void> {
  const text = `${count} flows`;
  const isShown = (wanted: string) =>
    document.querySelector('[data-testid="counts"]')?.textContent?.endsWith(wanted) ?? false;
  await page.waitForFunction(isShown, { timeout: 120_000, polling: 200 }, text);
}
