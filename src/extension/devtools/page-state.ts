import type { DevtoolsApi } from './devtools-api.ts';

/** The part of DevTools that asks the page. */
export type PageAsker = Pick<DevtoolsApi, 'evaluate'>;

/** What the inspected page says about itself. It may say anything. */
export interface PageState {
  /** With its fragment. */
  readonly url: string;
  /** When the navigation began that loaded this document, by the page's clock. */
  readonly since: number;
  /** The URL that was loaded, before scripts changed it; null when the page does not tell. */
  readonly loaded: string | null;
}

const EXPRESSION =
  "[location.href, performance.timeOrigin, performance.getEntriesByType('navigation')[0]?.name].join(' ')";
const MAX_ANSWER = 200_000;

/** Asks the page; null when it cannot answer, as on the browser's own pages. */
export async function readPageState(api: PageAsker): Promise<PageState | null> {
  const answer = await api.evaluate(EXPRESSION);
  if (answer === null || answer.length > MAX_ANSWER) return null;
  const [url = '', since = '', loaded = ''] = answer.split(' ');
  if (url === '' || !Number.isFinite(Number.parseFloat(since))) return null;
  return { url, since: Number.parseFloat(since), loaded: loaded === '' ? null : loaded };
}

/** How often a page without a script context is asked, and the pause between, in milliseconds. */
const TRIES = 6;
const PAUSE = 50;

/** Asks until the page can answer. Right after a navigation, Chromium has no context for it. */
export async function awaitPageState(api: PageAsker): Promise<PageState | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const state = await readPageState(api);
    if (state) return state;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return null;
}

/** Whether a URL is that of a redirection endpoint, by its parameters (RFC 6749 section 4.1.2). */
export function looksLikeCallback(url: string): boolean {
  return /[?&#](?:code|state|error|id_token|access_token|response)=/.test(url);
}
