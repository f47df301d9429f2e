import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName } from '../../playground/browsers/types.ts';
import { withOpenedFile } from './opened-file.ts';
import { shortLogins } from './short-logins.ts';

const SIGN = '[data-testid="flow"] .remark-sign';
const NOTE = '.note-editor textarea';
const TOKEN_REQUEST = '[data-step^="token-request"]';

/** Pins and notes by the keyboard of a real browser, and the report that they travel in. */
export function describeRemarks(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`pins and notes in ${name}`, () => {
    const opened = withOpenedFile(name, () =>
      shortLogins('login.har', [{ client: 'shop', fails: true }]),
    );
    const read = <T>(script: string) => opened.panel().evaluate<T>(script);
    const focus = (selector: string) =>
      read<boolean>(`(document.querySelector('${selector}').focus(), true)`);
    const write = async (text: string) => {
      await until('the field', () =>
        read<boolean>(`document.activeElement?.matches('${NOTE}') ?? false`),
      );
      await opened.fill(NOTE, text);
      await opened.panel().key('Control+Enter');
    };

    it('pin a flow and remove the pin with one key', async () => {
      await focus('[data-testid="flow"]');
      await opened.panel().key('p');
      await opened.untilText(SIGN, (text) => text === '★');
      await opened.panel().key('p');
      await until('no sign', async () => (await opened.text(SIGN)) === null);
    });

    it('write a note on a flow, and restore it after it was deleted', async () => {
      await focus('[data-testid="flow"]');
      await opened.panel().key('n');
      await write('asked the server team');
      await opened.untilText('[data-testid="remark-flow"]', (text) =>
        text.includes('asked the server team'),
      );
      await read<boolean>(
        `([...document.querySelectorAll('[data-testid="remark-flow"] button')].find(({ textContent }) => textContent === 'Delete').click(), true)`,
      );
      await opened.untilText('[data-testid="remark-flow"]', (text) => text.includes('deleted'));
      await opened.panel().click('[data-testid="remark-flow"] [role="status"] button');
      await opened.untilText(SIGN, (text) => text === '✎');
    });

    it('mark the step that a note is on', async () => {
      await focus(TOKEN_REQUEST);
      await opened.panel().key('n');
      await write('the code of the first tab');
      await opened.untilText('[data-testid="step"] .remark-sign', (text) => text === '✎');
    });

    it('stand in the report', async () => {
      await opened.panel().key('Control+s');
      const report = await opened.untilText('[data-testid="share-preview"]', (text) =>
        text.includes('sequenceDiagram'),
      );
      expect(report).toContain('asked the server team');
      expect(report).toContain('the code of the first tab');
    });
  });
}
