import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName } from '../../playground/browsers/types.ts';
import { withOpenedFile } from './opened-file.ts';

const TOKEN_REQUEST = '[data-step^="token-request"]';

/** Names of the open menu's lines. */
const TITLES = `[...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent)`;

/** Context menus, keys and the clipboard, which are the browser's own. */
export function describeMenus(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the menus and keys in ${name}`, () => {
    const file = join(import.meta.dirname, `../captures/${name}/challenge-as-verifier.har`);
    const opened = withOpenedFile(name, () => readFileSync(file, 'utf8'));
    const titles = () => opened.panel().evaluate<readonly string[]>(TITLES);
    const focused = () =>
      opened.panel().evaluate<string>(`document.activeElement?.textContent ?? ''`);
    const clickLine = async (title: string) => {
      await opened.panel().evaluate(`(() => {
        const lines = [...document.querySelectorAll('[role="menuitem"]')];
        lines.find(({ textContent }) => textContent === ${JSON.stringify(title)}).dataset.wanted = '';
        return true;
      })()`);
      await opened.panel().click('[data-wanted]');
    };

    it('copies the request that failed as curl with two presses from the conclusion', async () => {
      expect(await opened.rightClick('[data-testid="verdict"]')).toBe(true);
      const shown = await until('the menu', async () => {
        const all = await titles();
        return all.length > 0 ? all : null;
      });
      const line = shown.find((title) => /^Copy step \d+ as cURL \(bash\)$/.test(title));
      expect(line).toBeDefined();
      await clickLine(line ?? '');
      const [copied] = await until('the copy', async () => {
        const texts = await opened.takeCopied();
        return texts.length > 0 ? texts : null;
      });
      expect(copied).toMatch(/curl .*\/token/s);
      expect(await opened.text('[data-testid="toast"]')).toBe('Copied');
      expect(await titles()).toEqual([]);
    });

    it('opens by the keyboard, moves, and gives the focus back', async () => {
      await opened.panel().evaluate(`document.querySelector('${TOKEN_REQUEST}').focus()`);
      await opened.panel().key('Shift+F10');
      await until('the menu', async () => (await titles()).length > 0);
      expect(await focused()).toBe('Copy as cURL (bash)');
      await opened.panel().key('End');
      expect(await focused()).toMatch(/^(?:Share this flow…|Compare.*)$/);
      await opened.panel().key('Escape');
      await until('the closed menu', async () => (await titles()).length === 0);
      const back = await opened
        .panel()
        .evaluate<boolean>(`document.activeElement?.matches('${TOKEN_REQUEST}')`);
      expect(back).toBe(true);
    });

    it('says that a hidden value was copied as it is', async () => {
      await opened.panel().click(TOKEN_REQUEST);
      await until('the rows', () => opened.text('[role="tabpanel"] tr[data-row]'));
      await opened.panel().evaluate(`(() => {
        const rows = [...document.querySelectorAll('[role="tabpanel"] tr')];
        rows.find(({ textContent }) => textContent.startsWith('code_verifier')).id = 'verifier';
        return true;
      })()`);
      await opened.rightClick('#verifier');
      await until('the menu', async () => (await titles()).includes('Copy value'));
      await clickLine('Copy value');
      await opened.untilText('[data-testid="toast"]', (text) => text === 'Copied the real value');
      expect((await opened.takeCopied())[0]?.length).toBeGreaterThan(40);
    });

    it('goes to each region with one key, and Tab stops once in each', async () => {
      const regions: (string | null)[] = [];
      for (let pressed = 0; pressed < 4; pressed += 1) {
        await opened.panel().key('F6');
        regions.push(
          await opened
            .panel()
            .evaluate(
              `document.activeElement?.closest('[data-region]')?.dataset.region ?? 'toolbar'`,
            ),
        );
      }
      expect(new Set(regions)).toEqual(new Set(['flows', 'flow', 'message', 'toolbar']));
      const stops = await opened.panel().evaluate<readonly number[]>(
        `[...document.querySelectorAll('[data-region]')].map((region) =>
          region.querySelectorAll('[data-row]:not([tabindex="-1"])').length)`,
      );
      expect(stops).toEqual([1, 1, 1]);
    });

    it('opens a copied link to a step', async () => {
      await opened.rightClick(TOKEN_REQUEST);
      await until('the menu', async () => (await titles()).length > 0);
      const line = (await titles()).find((title) => title.startsWith('Copy link to step'));
      await clickLine(line ?? '');
      await opened.untilText('[data-testid="toast"]', (text) => text.startsWith('Copied: flow'));
      const [link = ''] = await opened.takeCopied();
      expect(link).toMatch(/^flow 1, step \d+ \(token request\)$/);
      await opened.panel().click('[data-step^="authorization-request"]');
      await opened.fill('[data-testid="filter"]', link);
      await opened.panel().key('Enter');
      await opened.untilText('[data-testid="detail"] h2', (text) => text.includes('token request'));
    });
  });
}
