import type { BrowserSession } from '../../playground/browsers/types.ts';
import type { UndoSite } from './rehearse-undo-site.ts';

/** One way in which a rehearsal can end without being stopped in the panel. */
export interface UndoWay {
  readonly name: string;
  undo(browser: BrowserSession, site: UndoSite): Promise<unknown>;
  /** It also stops the background. */
  readonly stops?: true;
  /** What is no longer there afterwards. */
  readonly ends?: 'page' | 'tab' | 'browser' | 'extension' | 'access';
}

/** Every way, for every browser. */
export const UNDO_WAYS: readonly UndoWay[] = [
  { name: 'DevTools are closed', undo: (browser) => browser.closeDevtools() },
  {
    name: 'the background is stopped, then DevTools are closed',
    async undo(browser) {
      await browser.background.stop();
      await browser.closeDevtools();
    },
    stops: true,
  },
  {
    name: 'DevTools are closed, then the background is stopped',
    async undo(browser) {
      await browser.closeDevtools();
      await browser.background.stop().catch(() => undefined);
    },
    stops: true,
  },
  {
    name: 'the background is stopped while DevTools are closed',
    undo: (browser) =>
      Promise.all([browser.closeDevtools(), browser.background.stop().catch(() => undefined)]),
    stops: true,
  },
  {
    name: 'the tab goes elsewhere',
    undo: (browser, { elsewhere }) => browser.page.goto(`${elsewhere}/`),
    ends: 'page',
  },
  { name: 'the tab is closed', undo: (browser) => browser.closeTab(), ends: 'tab' },
  {
    name: 'the extension is reloaded',
    undo: (browser) => browser.background.reload(),
    ends: 'extension',
  },
  { name: 'the browser is killed', undo: (browser) => browser.kill(), ends: 'browser' },
  {
    name: 'the access is given back',
    undo: (browser) =>
      browser.devtoolsPage.evaluate('void grantscopeRecorder.rehearsal.giveBack()'),
    ends: 'access',
  },
];
