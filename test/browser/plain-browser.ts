import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../playground/browsers/find.ts';
import type { BrowserName, Theme } from '../../playground/browsers/types.ts';

/** Firefox: what pages are told about the theme. 0 is dark, 1 is light. */
const THEME = 'layout.css.prefers-color-scheme.content-override';

/** Starts a browser without the extension, for pages alone. */
export function launchPlain(name: BrowserName, theme: Theme): Promise<Browser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`No ${name} was found.`);
  // Chromium refuses its sandbox to root, the user inside most containers.
  const sandbox = process.getuid?.() === 0 && name === 'chromium' ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    args: sandbox,
    ...(name === 'firefox' ? { extraPrefsFirefox: { [THEME]: theme === 'dark' ? 0 : 1 } } : {}),
  });
}
