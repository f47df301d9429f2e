import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserSession, LaunchOptions } from './types.ts';

/** Starts a real browser with the extension in it. */
export function launchBrowser(options: LaunchOptions): Promise<BrowserSession> {
  return options.name === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
