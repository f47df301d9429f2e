import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName } from '../../playground/browsers/types.ts';
import { withOpenedFile } from './opened-file.ts';

/** Whether the first line of an element is on screen. */
const isSeen = (selector: string) => `(() => {
  const box = document.querySelector('${selector}')?.getBoundingClientRect();
  return box !== undefined && box.height > 0 && box.top >= 0 && box.top + 12 <= innerHeight && box.right <= innerWidth + 1;
})()`;

/** The three tasks that users open the panel for, with their presses counted. */
export function describeTasks(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the main tasks in ${name}`, () => {
    const file = join(import.meta.dirname, `../captures/${name}/challenge-as-verifier.har`);
    const opened = withOpenedFile(name, () => readFileSync(file, 'utf8'));
    const copied = () => until('the copy', async () => (await opened.takeCopied())[0] ?? null);
    let pressed = 0;
    const press = async (key: string) => {
      pressed += 1;
      await opened.panel().key(key);
    };

    it('shows the cause and what to do about it without a press', async () => {
      for (const place of ['[data-testid="verdict"]', '[data-testid="fix"]']) {
        await until(`${place} on screen`, () => opened.panel().evaluate<boolean>(isSeen(place)));
      }
      expect(await opened.text('[data-testid="fix"]')).toMatch(/^Do this: /);
    });

    it('copies the request that failed as curl with two presses', async () => {
      pressed = 0;
      await press('Shift+F10');
      await until('the menu', () => opened.text('[role="menuitem"]'));
      // Firefox's driver types into a window without focus, where Enter does not press a button.
      if (name === 'firefox') {
        pressed += 1;
        await opened.panel().click('[role="menuitem"]');
      } else await press('Enter');
      expect(await copied()).toMatch(/curl [\s\S]*\/token/);
      expect(pressed).toBeLessThanOrEqual(2);
    });

    it('copies a redacted report of the flow that failed with three presses', async () => {
      pressed = 0;
      await press('Control+s');
      await until('the report', () =>
        opened
          .panel()
          .evaluate<boolean>(
            `document.querySelector('[data-testid="share-copy"]')?.getAttribute('aria-disabled') === 'false'`,
          ),
      );
      if (name === 'firefox') {
        pressed += 1;
        await opened.panel().click('[data-testid="share-copy"]');
      } else await press('Enter');
      expect(await copied()).toContain('sequenceDiagram');
      expect(pressed).toBeLessThanOrEqual(3);
    });
  });
}
