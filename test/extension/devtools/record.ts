import { afterEach, beforeEach, vi } from 'vitest';
import type { Browser } from '../../../src/extension/browsers/browser.ts';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import type { LiveEntry } from '../../../src/extension/devtools/devtools-api.ts';
import { Recorder } from '../../../src/extension/devtools/recorder.ts';
import { createTriage } from '../../../src/oauth/triage.ts';
import {
  type ChromiumFacts,
  chromiumEntry,
  exchangesOf,
  NOON,
  type TestDevtools,
  TOKEN_FORM,
  testDevtools,
} from '../entries.ts';

export const CALLBACK = 'https://client.example.com/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz';

/** Delivers this text as a body. */
export const answer = (text: string) => async () => ({ content: text, encoding: '' });

/** Entry of a token request in Chromium. */
export const token = (facts: ChromiumFacts = {}) =>
  chromiumEntry({ method: 'POST', post: TOKEN_FORM, getContent: answer('{"a":1}'), ...facts });

/** Entry of a document in Chromium. */
export const document = (url: string, facts: ChromiumFacts = {}) =>
  chromiumEntry({ url, type: 'document', ...facts });

/** Gives the tests of a file a clock that they move themselves. */
export function useTestClock(): void {
  beforeEach(() => vi.useFakeTimers({ now: NOON }));
  afterEach(() => vi.useRealTimers());
}

/**
 * Starts a recorder of this browser on invented DevTools, with a clock that the test moves. Without
 * `page`, the tab shows an application.
 */
export function record(browser: Browser = CHROMIUM, page?: TestDevtools['page']) {
  const list = vi.fn(async () => []);
  const devtools = testDevtools(list);
  if (page !== undefined) devtools.page = page;
  const recorder = new Recorder({ api: devtools, browser, triage: createTriage(), line: null });
  const { port } = recorder;
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const finish = (...entries: readonly LiveEntry[]) => {
    for (const entry of entries) devtools.finish(entry);
    return pass(0);
  };
  const urls = () => exchangesOf(port).map(({ request }) => request.url);
  return { devtools, list, recorder, port, pass, finish, urls };
}
