import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { type Recorded, readRecorded, recordMore } from './recorded.ts';
import { type EnduranceSite, startEnduranceSite } from './site.ts';
import { untold } from './told.ts';

/** A whole run. The third argument scales requests and logins. */
const [REQUESTS, LOGINS, MINUTE] = [20_000, 200, 60_000];
/** Navigations a minute, besides those of the logins. */
const NAVIGATIONS = 10;
const [name = 'chromium', extension = '', scaled = '1'] = process.argv.slice(2);
const logins = Math.max(2, Math.round(LOGINS * Number(scaled)));
const CALLS = REQUESTS / LOGINS;
/** One in twenty has a token. */
const EVERY = 20;

async function login(browser: BrowserSession, site: EnduranceSite): Promise<void> {
  const before = site.redeemed.length;
  await browser.page.goto(`${site.origin}/login`);
  const ended = async () => {
    const done = await browser.page.evaluate<string>('document.documentElement.dataset.login');
    return site.redeemed.length > before && done === site.redeemed.at(-1)?.code;
  };
  await until('the end of the login', ended, 60_000);
}

/** Asks again and again: on a busy machine the calls take longer than one question to a page may. */
async function callApi({ page }: BrowserSession): Promise<void> {
  await page.evaluate(`void calls(${CALLS}, ${EVERY}).then(() => (window.called = true))`);
  await until('the calls', () => page.evaluate<boolean>('window.called === true'), 120_000);
}

async function openPanel(browser: BrowserSession, site: EnduranceSite): Promise<void> {
  await browser.page.goto(`${site.origin}/`);
  await browser.openDevtools();
  await until('the recorder', () => readRecorded(browser), 30_000);
  await recordMore(browser);
  await browser.page.goto(`${site.origin}/`);
}

/** Waits until what happened last is recorded. */
async function settle(browser: BrowserSession, site: EnduranceSite): Promise<Recorded> {
  const last = site.redeemed.at(-1)?.code;
  const isWhole = ([code, answer]: Recorded['codes'][number]) =>
    code === last && answer === 'whole';
  await until(
    'the last login',
    async () => (await readRecorded(browser)).codes.some(isWhole),
    20_000,
  ).catch(() => undefined);
  return readRecorded(browser);
}

/** What became of the logins, by what the recorders held in the end. */
function resultOf(site: EnduranceSite, parts: readonly Recorded[]) {
  const answers = new Map(parts.flatMap(({ codes }) => codes));
  const gaps = parts.flatMap((part) => part.gaps);
  const missing = site.redeemed.filter(({ code }) => !answers.has(code));
  const unread = site.redeemed.filter(({ code }) => (answers.get(code) ?? 'whole') !== 'whole');
  const unanswered = site.redeemed.filter(({ code }) => answers.get(code) === null);
  return {
    logins: site.redeemed.length,
    whole: site.redeemed.length - missing.length - unread.length - unanswered.length,
    // The panel says at the message itself why its response could not be read.
    unread: unread.map(({ code }) => `${code}: ${answers.get(code)}`),
    missing: [...missing, ...unanswered].map(({ code }) => code),
    untold: untold([...missing, ...unanswered], gaps).map(({ code }) => code),
    gaps: gaps.map(({ kind, at, text }) => `${at} ${kind}: ${text}`),
    exchanges: parts.map(({ exchanges }) => exchanges),
  };
}

async function run(browser: BrowserSession, site: EnduranceSite) {
  const [began, parts, errors]: [number, Recorded[], Set<string>] = [Date.now(), [], new Set()];
  let [stops, navigations, nextStop, nextPage] = [0, 0, began + MINUTE, began];
  await openPanel(browser, site);
  for (let count = 0; count < logins; count += 1) {
    await login(browser, site);
    await callApi(browser);
    if (Date.now() >= nextPage) {
      nextPage += MINUTE / NAVIGATIONS;
      navigations += 1;
      await browser.page.goto(`${site.origin}/page/${count}`);
    }
    if (Date.now() >= nextStop) {
      nextStop += MINUTE;
      await browser.background.stop();
      stops += 1;
    }
    for (const error of await browser.errors()) errors.add(error);
    if (count === Math.floor(logins / 2)) {
      parts.push(await settle(browser, site));
      await browser.background.reload();
      await openPanel(browser, site);
    }
  }
  parts.push(await settle(browser, site));
  for (const error of await browser.errors()) errors.add(error);
  const seconds = Math.round((Date.now() - began) / 1_000);
  const requests = logins * CALLS;
  return { seconds, requests, navigations, stops, ...resultOf(site, parts), errors: [...errors] };
}

const site = await startEnduranceSite();
const browser = await launchBrowser({ name: name as BrowserName, extension, agrees: true });
try {
  await browser.errors();
  console.log(JSON.stringify(await run(browser, site)));
} finally {
  await browser.close();
  await site.close();
}
