import { until } from '../../playground/browsers/poll.ts';
import type { BrowserSession } from '../../playground/browsers/types.ts';
import type { Gap } from '../../src/http/exchange.ts';

/** What a recorder holds of the logins. */
export interface Recorded {
  /** Codes of the token requests, and what is known of each response: `whole`, or why it is not. */
  readonly codes: readonly (readonly [code: string, answer: string | null])[];
  readonly gaps: readonly Gap[];
  readonly exchanges: number;
  readonly background: string;
}

const READ = `(() => {
  const codes = new Map(), gaps = [];
  let exchanges = 0, background = 'unknown';
  window.grantscopeRecorder.subscribe((event) => {
    if (event.type === 'gap') gaps.push(event.gap);
    if (event.type === 'background') background = event.state;
    if (event.type !== 'exchanges') return;
    exchanges += event.exchanges.length;
    for (const { request, response } of event.exchanges) {
      if (!request.url.endsWith('/token') || !request.body || !('text' in request.body)) continue;
      const code = new URLSearchParams(request.body.text).get('code');
      codes.set(code, !response ? null : 'text' in response.body ? 'whole' : response.body.unknown);
    }
  })();
  return { codes: [...codes], gaps, exchanges, background };
})()`;

/** Reads the recorder of these DevTools. */
export function readRecorded({ devtoolsPage }: BrowserSession): Promise<Recorded> {
  return devtoolsPage.evaluate<Recorded>(READ);
}

/** Switches the recorder in the background on. */
export async function recordMore(browser: BrowserSession): Promise<void> {
  const isOn = async () => (await readRecorded(browser)).background === 'on';
  await until('the background', async () => (await readRecorded(browser)).background !== 'unknown');
  if (await isOn()) return;
  await browser.panel.click('[data-testid="settings"]');
  await browser.panel.click('[data-testid="record-more"]');
  await browser.agree();
  await until('the recorder in the background', isOn, 30_000);
  await browser.panel.click('dialog[open] .dialog-head button');
}
