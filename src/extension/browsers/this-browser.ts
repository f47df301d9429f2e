import type { Browser } from './browser.ts';
import { CHROMIUM } from './chromium.ts';
import { FIREFOX } from './firefox.ts';

/** The browser that runs this extension, by the scheme of the extension's own pages. */
export function thisBrowser(): Browser {
  return location.protocol === 'moz-extension:' ? FIREFOX : CHROMIUM;
}
