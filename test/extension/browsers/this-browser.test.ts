import { afterEach, expect, it, vi } from 'vitest';
import { thisBrowser } from '../../../src/extension/browsers/this-browser.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['moz-extension://5f1c2f6e-7f0e-4b8e-9d2b-3f1f6b1f0a11/background.html', 'firefox'],
  ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/background.js', 'chromium'],
])('a page at %s runs in %s', (url, recorder) => {
  vi.stubGlobal('location', new URL(url));
  expect(thisBrowser().recorder).toBe(recorder);
});
