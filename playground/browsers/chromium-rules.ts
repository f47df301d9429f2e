import type { Browser, Page } from 'puppeteer-core';

/**
 * Counts the session rules of an extension from a page of it, which does not wake its background. Without
 * the permission for rules, there is no interface to count them and the count is 0.
 */
export function ruleCounter(browser: Browser, id: string): () => Promise<number> {
  let page: Page | null = null;
  return async () => {
    if (!page || page.isClosed()) {
      page = await browser.newPage({ background: true });
      await page.goto(`chrome-extension://${id}/src/extension/background/ask-sites.html`);
    }
    const count = `chrome.declarativeNetRequest?.getSessionRules().then(({ length }) => length) ?? 0`;
    return (await page.evaluate(count)) as number;
  };
}
