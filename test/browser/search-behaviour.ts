import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName } from '../../playground/browsers/types.ts';
import { largeRecording } from './large-recording.ts';
import { withOpenedFile } from './opened-file.ts';

/** What is marked: all matches, and the text of the match that is open. */
const MARKS = `(() => {
  const all = CSS.highlights.get('found');
  const here = [...(CSS.highlights.get('found-here') ?? [])][0];
  const box = here?.getBoundingClientRect();
  return {
    all: all?.size ?? 0,
    here: here?.toString() ?? null,
    seen: box !== undefined && box.top >= 0 && box.bottom <= innerHeight && box.width > 0,
  };
})()`;

interface Marks {
  readonly all: number;
  readonly here: string | null;
  readonly seen: boolean;
}

const STATUS = '[data-testid="find-status"]';

/** The search in a real browser: the marks, the scrolling and the worker are the browser's own. */
export function describeSearch(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`searching in ${name}`, () => {
    const file = join(import.meta.dirname, `../captures/${name}/challenge-as-verifier.har`);
    const opened = withOpenedFile(name, () => readFileSync(file, 'utf8'));
    const marks = () => opened.panel().evaluate<Marks>(MARKS);

    it('opens with its key, marks the match in the message and scrolls to it', async () => {
      await opened.panel().key('Control+f');
      await until('the field', () => opened.text('[data-testid="find-bar"]'));
      await opened.fill('[data-testid="find"]', 'scopes_supported');
      await opened.untilText(STATUS, (text) => /match/.test(text));
      await opened.panel().key('F3');
      await opened.untilText(STATUS, (text) => text.startsWith('1 of '));
      const found = await until('the mark', async () => {
        const now = await marks();
        return now.here === 'scopes_supported' && now.seen ? now : null;
      });
      expect(found.all).toBeGreaterThan(0);
    });

    it('marks a hidden value without showing it', async () => {
      await opened.fill('[data-testid="find"]', 'code_verifier=');
      await opened.untilText(STATUS, (text) => /match/.test(text));
      await opened.panel().key('F3');
      const shown = await until('the mark', async () => (await marks()).here);
      expect(shown).toMatch(/code_verifier|•/);
    });

    it('stops an expression that takes for ever, and stays usable', async () => {
      await opened.panel().click('.find [aria-label="Use a regular expression"]');
      await opened.fill('[data-testid="find"]', '(.*.*.*.*.*)*#never#');
      await opened.untilText(STATUS, (text) => text.includes('takes too long'));
      await opened.fill('[data-testid="find"]', 'scopes_s[a-z]+d');
      await opened.untilText(STATUS, (text) => /^\d+ match/.test(text));
      await opened.panel().click('.find [aria-label="Use a regular expression"]');
    });

    it('closes with Escape, and leaves no mark', async () => {
      await opened.panel().evaluate(`document.querySelector('[data-testid="find"]').focus()`);
      await opened.panel().key('Escape');
      await until(
        'the closed search',
        async () => !(await opened.text('[data-testid="find-bar"]')),
      );
      await until('no marks', async () => (await marks()).all === 0);
    });
  });

  describe.skipIf(!findBrowser(name))(`searching 500 messages in ${name}`, () => {
    const opened = withOpenedFile(name, () => largeRecording(84));

    it('finds decoded values in all of them, and steps through them', async () => {
      await opened.panel().key('Control+f');
      await until('the field', () => opened.text('[data-testid="find-bar"]'));
      await opened.fill('[data-testid="find"]', '"owner":"user-83"');
      await opened.untilText(STATUS, (text) => text === '3 matches');
      await opened.panel().key('F3');
      await opened.untilText(STATUS, (text) => / of 3$/.test(text));
      await until('the message', () => opened.text('[data-testid="detail"]'));
      await opened.fill('[data-testid="find"]', 'order 199');
      await opened.untilText(STATUS, (text) => text === '252 matches');
    });

    it('does not stop the panel while it works', async () => {
      // Waits for nothing: it measures how late the next turn of the panel comes.
      const longest = await opened.panel().evaluate<number>(`(async () => {
        const field = document.querySelector('[data-testid="find"]');
        field.value = 'note":"order 1';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        let last = performance.now();
        let longest = 0;
        for (let turns = 0; turns < 20 || document.querySelector('.find progress'); turns += 1) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          longest = Math.max(longest, performance.now() - last);
          last = performance.now();
        }
        return longest;
      })()`);
      // Alone on a machine it is a tenth of that.
      expect(longest).toBeLessThan(500);
    });
  });
}
