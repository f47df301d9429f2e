// Takes the pictures of docs/using-the-tab.md from the built panel, with the stories of the demo:
// `npm run screenshots`. With a folder as argument, takes every scene in three widths and both themes
// into that folder instead.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureBrowsers, programOf } from './lib/browsers.mjs';
import { root, run } from './lib/run.mjs';
import { SCENES } from './lib/scenes.mjs';
import { serveFolder } from './lib/serve-folder.mjs';

/** Bytes that one picture of the documentation may have. */
const LIMIT = 150_000;
/** All pictures show the same time of day. */
const MOMENT = Date.UTC(2026, 10, 30, 14, 2, 11);
/** Milliseconds without a change, after which a scene is complete. */
const QUIET = 700;
const PICTURES = 'docs/pictures';
const DARK = new Set(['clean-login', 'cookies', 'share']);

/** Presses a control: a selector, or one with the beginning of its text after a colon. */
async function press(page, control) {
  await page.waitForFunction(
    (wanted) => {
      const [, selector, text = ''] = /^(.*?)(?::([A-Z][\w ]*))?$/.exec(wanted) ?? [];
      const found = [...document.querySelectorAll(selector)].find((one) =>
        one.textContent.trim().startsWith(text),
      );
      found?.click();
      return found !== undefined;
    },
    { timeout: 5_000 },
    control,
  );
}

/** Waits until the document has not changed for a while. */
function quiet(page) {
  return page.evaluate(
    (time) =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, time);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, time);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    QUIET,
  );
}

/** Waits until nothing changes and nothing is in progress. */
async function settled(page) {
  await quiet(page);
  await page.waitForFunction(() => document.querySelector('progress') === null);
  await quiet(page);
}

async function show(page, address, { story, press: controls }) {
  await page.goto(address);
  await page.waitForSelector('[data-testid="demo"]');
  await page.evaluate(() => localStorage.setItem('grantscope.tourAnswered', 'true'));
  await page.reload();
  await page.waitForSelector('[data-testid="demo"]');
  if (story === null) return;
  await press(page, '[data-testid="demo"]');
  await page.waitForSelector('[data-testid="story"]');
  await page.evaluate((title) => {
    const stories = [...document.querySelectorAll('[data-testid="story"]')];
    stories.find(({ textContent }) => textContent.startsWith(title)).click();
  }, story);
  await page.waitForSelector('[data-testid="verdict"]');
  for (const control of controls) await press(page, control);
  await settled(page);
}

async function take(browser, address, scene, { width, height, theme, file }) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height });
    await page.emulateTimezone('UTC');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.evaluateOnNewDocument((moment) => {
      Date.now = () => moment + Math.floor(performance.now());
    }, MOMENT);
    await show(page, address, scene);
    await page.screenshot({ path: file });
    console.log(`${file}: ${statSync(file).size} bytes`);
    return statSync(file).size;
  } catch (error) {
    console.error(`${scene.name} could not be shown: ${error}`);
    process.exitCode = 1;
    return 0;
  } finally {
    await page.close();
  }
}

/** The pictures to take: of the documentation, or of everything. */
function wanted(folder) {
  if (folder === undefined) {
    const places = SCENES.filter(({ name }) => name !== 'empty').map((scene) => ({
      scene,
      width: 1_100,
      height: scene.height ?? 680,
      theme: DARK.has(scene.name) ? 'dark' : 'light',
      file: join(root, PICTURES, `${scene.name}.png`),
    }));
    return { folder: join(root, PICTURES), places };
  }
  const sizes = [400, 900, 1_400].flatMap((width) =>
    ['light', 'dark'].map((theme) => ({ width, height: width === 400 ? 800 : 700, theme })),
  );
  const places = SCENES.flatMap((scene) =>
    sizes.map((size) => ({
      scene,
      ...size,
      file: join(folder, `${scene.name}-${size.width}-${size.theme}.png`),
    })),
  );
  return { folder, places };
}

const argument = process.argv[2];
const { folder, places } = wanted(argument === undefined ? undefined : resolve(argument));
mkdirSync(folder, { recursive: true });
const built = join(root, 'dist/chrome');
if (!existsSync(join(built, 'manifest.json'))) await run('node', ['scripts/build.mjs']);
const missing = await ensureBrowsers(['chromium']);
const executablePath = programOf('chromium');
if (missing.length > 0 || executablePath === null) process.exit(1);
const site = await serveFolder(built);
const browser = await puppeteer.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const { scene, ...picture } of places) {
    const size = await take(browser, `${site.url}/panels/oauth/index.html`, scene, picture);
    if (argument === undefined && size > LIMIT) {
      console.error(`${scene.name} has more than ${LIMIT} bytes.`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  await site.close();
}
