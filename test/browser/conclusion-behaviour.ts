import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { importFile } from './panel-walk.ts';

/** What of the conclusion is inside the window, without a scroll. */
const ON_SCREEN = `(() => {
  const inside = (element) => {
    const box = element?.getBoundingClientRect();
    return Boolean(box) && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth + 1;
  };
  const headline = document.querySelector('.verdict .headline');
  const fix = document.querySelector('[data-testid="fix"]');
  return { headline: inside(headline), fix: inside(fix), sideways: document.documentElement.scrollWidth > innerWidth };
})()`;

interface OnScreen {
  readonly headline: boolean;
  readonly fix: boolean;
  readonly sideways: boolean;
}

/** What a drag over a text selects, where the browser allows that a selection begins. */
const SELECT = `((selector) => {
  const element = document.querySelector(selector);
  element.scrollIntoView({ block: 'center' });
  const selection = getSelection();
  selection.removeAllRanges();
  const box = element.getBoundingClientRect();
  const at = (x, y) => {
    const found = document.caretPositionFromPoint?.(x, y);
    if (found) return [found.offsetNode, found.offset];
    const range = document.caretRangeFromPoint(x, y);
    return [range.startContainer, range.startOffset];
  };
  const first = at(box.left + 1, box.top + 4);
  const last = at(box.right - 1, box.bottom - 4);
  selection.setBaseAndExtent(...first, ...last);
  const style = getComputedStyle(element);
  return { text: selection.toString(), inButton: element.closest('button') !== null, select: style.userSelect };
})`;

interface Selected {
  readonly text: string;
  readonly inButton: boolean;
  readonly select: string;
}

/** The conclusion in a real browser: what is on screen, where its links lead, what can be selected. */
export function describeConclusion(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the conclusion in ${name}`, () => {
    const capture = `../captures/${name}/verifier-of-another-attempt.har`;
    const har = readFileSync(join(import.meta.dirname, capture), 'utf8');
    let browser: BrowserSession;
    const read = <T>(script: string) => browser.panel.evaluate<T>(script);

    beforeAll(async () => {
      browser = await launchBrowser({ name, extension: builtExtension(name) });
      await browser.openDevtools();
      await until('the panel', () => read<boolean>(`Boolean(document.querySelector('.toolbar'))`));
      await importFile(browser.panel, 'login.har', har);
      await until('the fix', () =>
        read<boolean>(`Boolean(document.querySelector('[data-testid="fix"]'))`),
      );
    });
    afterAll(async () => {
      await browser?.close();
    });

    it.each([400, 900, 1_400])('shows cause and fix without a click at %i px', async (width) => {
      await browser.resize(width, 700);
      const shown = await until('cause and fix on screen', async () => {
        const now = await read<OnScreen>(ON_SCREEN);
        return now.headline && now.fix ? now : null;
      });
      expect(shown.sideways).toBe(false);
    });

    it.skipIf(name === 'firefox')('shows cause and fix at 200 % zoom', async () => {
      await browser.resize(1_400, 800);
      await until('the wide panel', () => read<boolean>('innerWidth > 1000'));
      await browser.zoom?.(2);
      await until('larger pixels', () => read<boolean>('innerWidth < 1000'));
      const shown = await until('cause and fix on screen', async () => {
        const now = await read<OnScreen>(ON_SCREEN);
        return now.headline && now.fix ? now : null;
      });
      expect(shown.sideways).toBe(false);
      await browser.zoom?.(1);
      await until('usual pixels', () => read<boolean>('innerWidth > 1000'));
    });

    it('stays on screen while the messages scroll, and takes at most half of the pane', async () => {
      await browser.resize(1_400, 420);
      // The panel is drawn some time after its window has the size.
      const [share, top] = await until('at most half of the pane', async () => {
        const now = await read<readonly [number, number]>(`(() => {
          const pane = document.querySelector('.region.flow').getBoundingClientRect();
          const body = document.querySelector('.flow-body');
          (body.querySelector('.tab-panel') ?? body).scrollTop = 10_000;
          const box = document.querySelector('.verdict').getBoundingClientRect();
          return [box.height / pane.height, box.top - pane.top];
        })()`);
        return now[0] <= 0.51 ? now : null;
      });
      expect(share).toBeGreaterThan(0);
      expect(Math.abs(top)).toBeLessThan(2);
      await browser.resize(1_400, 800);
      await until('the larger panel', () => read<boolean>('innerHeight > 500'));
    });

    it('leads to the step of the cause and to the other attempt', async () => {
      await browser.panel.click('.verdict .step-links a');
      await until('the step of the cause', () =>
        read<boolean>(
          `document.querySelector('[data-step][aria-current="true"]')?.dataset.step.startsWith('token-request')`,
        ),
      );
      const before = await read<string>(
        `document.querySelector('.flow-row[aria-current="true"], [data-testid="flow"][aria-current="true"]').dataset.flowId`,
      );
      const time = await read<string>(
        `/\\(([^)]+)\\)/.exec([...document.querySelectorAll('.verdict a')].find((link) => link.textContent.startsWith('the attempt')).textContent)[1]`,
      );
      await read<boolean>(
        `([...document.querySelectorAll('.verdict a')].find((link) => link.textContent.startsWith('the attempt')).click(), true)`,
      );
      const row = await until('the other attempt', () =>
        read<string | null>(`(() => {
          const row = document.querySelector('[data-testid="flow"][aria-current="true"]');
          return row && row.dataset.flowId !== ${JSON.stringify(before)} ? row.textContent : null;
        })()`),
      );
      expect(row.replace(/\s/g, ' ')).toContain(time);
    });

    it.each(['.verdict .headline', '.verdict [data-testid="fix"]', '.finding .title'])(
      'lets the text of %s be selected, and a finding stays closed',
      async (selector) => {
        await read<boolean>(`(document.querySelectorAll('[data-testid="flow"]')[1].click(), true)`);
        await until('the text', () =>
          read<boolean>(`Boolean(document.querySelector(${JSON.stringify(selector)}))`),
        );
        const selected = await read<Selected>(`${SELECT}(${JSON.stringify(selector)})`);
        expect(selected.inButton).toBe(false);
        expect(selected.select).not.toBe('none');
        if (browser.panel.drag) {
          await read<boolean>(`(getSelection().removeAllRanges(), true)`);
          await browser.panel.drag(selector);
        }
        const text = await read<string>(`getSelection().toString()`);
        expect(text.length).toBeGreaterThan(15);
        const open = await read<number>(
          `document.querySelectorAll('.finding [aria-expanded="true"]').length`,
        );
        expect(open).toBe(0);
        await read<boolean>(`(getSelection().removeAllRanges(), true)`);
      },
    );
  });
}
