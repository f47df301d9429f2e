import { join } from 'node:path';
import type { BrowserName } from '../../playground/browsers/types.ts';

/** The folder of the extension that was built for a browser, beside the one for Chromium. */
export const folderOf = (name: BrowserName, chromium: string): string =>
  name === 'firefox' ? join(chromium, '../firefox') : chromium;
