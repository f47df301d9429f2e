import puppeteer, { type Browser } from 'puppeteer-core';
import { ARGS } from './chromium-args.ts';
import { findBrowser } from './find.ts';
import type { LaunchOptions } from './types.ts';

/** Starts the program with a profile. It takes the extension over its pipe afterwards. */
export function startBrowser(options: LaunchOptions, profile: string): Promise<Browser> {
  const executablePath = options.executable ?? findBrowser('chromium');
  if (!executablePath) throw new Error('No Chrome or Chromium found; set CHROME_PATH.');
  const size = `--window-size=${options.width ?? 1280},${options.height ?? 800}`;
  // Chromium refuses its sandbox to root, the user inside most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { publicServer } = options;
  const publicly = publicServer ? [`--ip-address-space-overrides=${publicServer}=public`] : [];
  return puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    userDataDir: profile,
    pipe: true,
    // Otherwise the whole program ends at once and leaves its other children.
    handleSIGINT: false,
    enableExtensions: true,
    handleDevToolsAsPage: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: [...ARGS, ...sandbox, ...publicly, size],
  });
}
