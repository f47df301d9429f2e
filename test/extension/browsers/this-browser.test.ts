import { afterEach, expect, it, vi } from 'vitest';
import { thisBrowser } from '../../../src/extension/browsers/this-browser.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['moz-extension://5f1c2f6e-7f0e-4b8e-9d2b-3f1f6b1f0a11/background.html', 'Firefox'],
  ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/background.js', 'Chromium DevTools'],
])('a page at %s runs in a browser with the dialect of %s', (url, name) => {
  vi.stubGlobal('location', new URL(url));
  expect(thisBrowser().dialect.name).toBe(name);
});
