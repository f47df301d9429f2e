import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { importFile } from './panel-walk.ts';

/** Values of a recorded login that must not leave. */
function secretsIn(har: string): readonly string[] {
  const found = har.matchAll(
    /(?:\bcode|code_verifier|\bstate|access_token|id_token)(?:=|\\?":\s*\\?")([\w.~-]{16,})/g,
  );
  return [...new Set([...found].map(([, value]) => value ?? ''))];
}

/** Remembers what is put on the clipboard and what is saved, also in the browser's own window. */
const WATCH = `(() => {
  window.shared = { copied: [], saved: [] };
  const { setData } = DataTransfer.prototype;
  DataTransfer.prototype.setData = function (type, text) {
    window.shared.copied.push(text);
    return setData.call(this, type, text);
  };
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    void blob.text().then((text) => window.shared.saved.push(text));
    return createObjectURL.call(URL, blob);
  };
  return true;
})()`;

interface Shared {
  readonly copied: readonly string[];
  readonly saved: readonly string[];
}

/** Sharing in a real browser: the keys, the clipboard and the download are the browser's own. */
export function describeShare(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`sharing in ${name}`, () => {
    const har = readFileSync(
      join(import.meta.dirname, `../captures/${name}/challenge-as-verifier.har`),
      'utf8',
    );
    let browser: BrowserSession;
    const text = (selector: string) =>
      browser.panel.evaluate<string | null>(
        `document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`,
      );
    const shared = () => browser.panel.evaluate<Shared>('window.shared');
    const preview = () => until('the preview', () => text('[data-testid="share-preview"]'));

    beforeAll(async () => {
      browser = await launchBrowser({ name, extension: builtExtension(name) });
      await browser.openDevtools();
      await until('the panel', () => text('[data-testid="share"]'));
      await importFile(browser.panel, 'login.har', har);
      await until('the flow', () => text('[data-testid="flow"]'));
      await browser.panel.evaluate(WATCH);
    });
    afterAll(async () => {
      await browser?.close();
    });

    it('shows the report before anything leaves, without a secret', async () => {
      await browser.panel.click('[data-testid="share"]');
      const shown = await preview();
      const secrets = secretsIn(har);
      expect(secrets.length).toBeGreaterThan(2);
      expect(shown).toContain('sequenceDiagram');
      for (const secret of secrets) expect(shown).not.toContain(secret);
      expect(await shared()).toEqual({ copied: [], saved: [] });
    });

    it('copies what was shown, with Enter', async () => {
      await until('the focus', () =>
        browser.panel.evaluate<boolean>(
          `document.activeElement?.dataset.testid === 'share-copy' && document.activeElement.getAttribute('aria-disabled') === 'false'`,
        ),
      );
      // Firefox's driver types into a window without focus, where Enter does not press a button.
      if (name === 'firefox') await browser.panel.click('[data-testid="share-copy"]');
      else await browser.panel.key('Enter');
      const copied = await until('the copy', async () => (await shared()).copied[0]);
      expect(copied).toContain('sequenceDiagram');
      for (const secret of secretsIn(har)) expect(copied).not.toContain(secret);
    });

    it('saves what was shown', async () => {
      await browser.panel.click('[data-testid="share-save"]');
      const saved = await until('the file', async () => (await shared()).saved[0]);
      expect(saved).toBe((await shared()).copied[0]);
    });

    it('closes with Escape, and opens again with its key', async () => {
      await browser.panel.key('Escape');
      await until('the closed dialog', () =>
        browser.panel.evaluate<boolean>(`document.querySelector('dialog[open]') === null`),
      );
      await browser.panel.key('Control+s');
      expect(await preview()).toContain('sequenceDiagram');
    });
  });
}
