import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { untilRecording } from './panel-view.ts';
import { startTokenSite, type TokenSite } from './token-site.ts';

/** The views of tokens and cookies, live, in a real browser. */
export function describeTokens(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`tokens and cookies in ${name}`, () => {
    let site: TokenSite;
    let browser: BrowserSession;
    const ask = <T>(script: string) => browser.panel.evaluate<T>(script);
    const text = (selector: string) =>
      ask<string | null>(
        `document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`,
      );
    /** Selects a view of the flow by its title. */
    const openView = (title: string) =>
      until(title, () =>
        ask<boolean>(`(() => {
          const tab = [...document.querySelectorAll('[role="tab"]')]
            .find((one) => one.textContent.trim() === ${JSON.stringify(title)});
          tab?.click();
          return tab !== undefined;
        })()`),
      );
    const state = (row: string) =>
      ask<string | null>(`document.querySelector(${JSON.stringify(row)})?.dataset.state ?? null`);
    /** Text that stands outside the view to the left or right. */
    const overflow = () =>
      ask<number>(`(() => {
        const panel = document.querySelector('[data-testid="token-view"], [data-testid="cookie-view"]')?.closest('.tab-panel');
        return panel ? panel.scrollWidth - panel.clientWidth : -1;
      })()`);

    beforeAll(async () => {
      site = await startTokenSite();
      browser = await launchBrowser({ name, extension: builtExtension(name) });
      await browser.page.goto(`${site.home}/`);
      await browser.openDevtools();
      await untilRecording(browser.panel);
      await browser.page.goto(site.login);
      await until('the tokens', () => text('[data-step^="token-request"]'));
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    const ID_TOKEN = '[data-testid="token-row"][data-token="id_token"]';

    it('says what is missing to verify the ID token, and fetches it right there', async () => {
      await openView('Tokens');
      await until('the view', () => text('[data-testid="token-view"]'));
      expect(await state(ID_TOKEN)).toBe('unknown');
      const offer = '[data-testid="token-view"] [data-testid="fetch"]';
      await until('the offer', () => text(offer));
      await browser.panel.click(offer);
      await until('the keys', async () => (await text(offer))?.endsWith('/jwks'));
      await browser.panel.click(offer);
      await until('the verdict', async () => (await state(ID_TOKEN)) === 'valid');
      expect(await text(`${ID_TOKEN} [data-testid="token-verdict"]`)).toContain(
        'Valid: signature verified',
      );
    });

    it('shows each claim with what it was compared with', async () => {
      await browser.panel.click(`${ID_TOKEN} .token-toggle`);
      const claims = await until('the claims', () =>
        text(`${ID_TOKEN} [aria-label="Token claims"]`),
      );
      expect(claims).toContain('the same as nonce of step');
      expect(claims).toContain('RFC 7519 section 4.1.4');
      expect(claims).not.toContain('n-0S6_WzA2Mj-n-0S6');
      expect(await overflow()).toBeLessThanOrEqual(0);
    });

    it('leads from a use of a token to its step', async () => {
      await browser.panel.click(`${ID_TOKEN} .life .link`);
      await until('the message', () => text('[data-testid="detail"]'));
      expect(await text('[data-testid="detail"] h2')).toContain('token request');
    });

    it('shows the cookie that the callback lacks first, with the reason', async () => {
      await browser.page.goto(site.losesCookie);
      await until('the failure', async () => {
        await ask(`[...document.querySelectorAll('[data-testid="flow"]')]
          .find(({ dataset }) => dataset.outcome === 'failed')?.click()`);
        return (await text('[data-testid="verdict"]'))?.includes('lost_state');
      });
      await openView('Cookies');
      const row = await until('the row', () => text('[data-testid="cookie-row"]'));
      expect(row).toContain('lost_state');
      expect(row).toContain('Path does not match');
      expect(await state('[data-testid="cookie-row"]')).toBe('lost');
      expect(await overflow()).toBeLessThanOrEqual(0);
    });
  });
}
