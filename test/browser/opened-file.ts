import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession, PanelDriver } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { importFile } from './panel-walk.ts';

/** The panel of a browser that shows a file. Every use is counted. */
export interface OpenedFile {
  readonly panel: () => PanelDriver;
  /** Text of the first element. Null when there is none. */
  text(selector: string): Promise<string | null>;
  /** Waits until the text of an element satisfies a condition. */
  untilText(selector: string, accept: (text: string) => boolean): Promise<string>;
  /** Presses the right button, and says whether the browser's own menu stays closed. */
  rightClick(selector: string): Promise<boolean>;
  /** Texts that were put on the clipboard so far, and removes them. */
  takeCopied(): Promise<readonly string[]>;
  /** Types a text into the focused field. */
  fill(selector: string, text: string): Promise<void>;
}

/** Remembers what is put on the clipboard. */
const WATCH = `(() => {
  window.copiedTexts = [];
  const { setData } = DataTransfer.prototype;
  DataTransfer.prototype.setData = function (type, text) {
    window.copiedTexts.push(text);
    return setData.call(this, type, text);
  };
  return true;
})()`;

const quoted = (text: string): string => JSON.stringify(text);

/** Opens a file in a browser for all tests of a block. */
export function withOpenedFile(name: BrowserName, har: () => string): OpenedFile {
  let browser: BrowserSession;
  const panel = () => browser.panel;
  const text = (selector: string) =>
    panel().evaluate<string | null>(
      `document.querySelector(${quoted(selector)})?.textContent ?? null`,
    );
  beforeAll(async () => {
    browser = await launchBrowser({ name, extension: builtExtension(name), width: 1_200 });
    await browser.openDevtools();
    await until('the panel', () => text('[data-testid="share"]'));
    await importFile(panel(), 'login.har', har());
    await until('the flow', () => text('[data-testid="flow"]'));
    await panel().evaluate(WATCH);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    panel,
    text,
    untilText: async (selector, accept) => {
      let last: string | null = null;
      await until(`the text of ${selector}`, async () => {
        last = await text(selector);
        return last !== null && accept(last);
      }).catch((error: unknown) => {
        throw new Error(`${String(error)}\nIt is: ${last}`);
      });
      return last ?? '';
    },
    rightClick: (selector) =>
      panel().evaluate<boolean>(`(() => {
        const element = document.querySelector(${quoted(selector)});
        const { left, top } = element.getBoundingClientRect();
        const init = { bubbles: true, cancelable: true, button: 2, clientX: left + 5, clientY: top + 5 };
        return !element.dispatchEvent(new MouseEvent('contextmenu', init));
      })()`),
    takeCopied: () => panel().evaluate<readonly string[]>('window.copiedTexts.splice(0)'),
    fill: async (selector, value) => {
      await panel().evaluate(`(() => {
        const field = document.querySelector(${quoted(selector)});
        field.focus();
        field.value = ${quoted(value)};
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return true;
      })()`);
    },
  };
}
