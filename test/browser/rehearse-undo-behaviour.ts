import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import type { PagePlan } from '../../src/rehearsal/page-plan.ts';
import type { RulePlan } from '../../src/rehearsal/rule-plan.ts';
import { builtExtension } from './built-extension.ts';
import { callApi, startUndoSite, type UndoSite } from './rehearse-undo-site.ts';
import { UNDO_WAYS, type UndoWay } from './rehearse-undo-ways.ts';

/** How often each way is run. One run is part of the test suite. */
const RUNS = Number(process.env.UNDO_RUNS ?? 1);

/** Whether the page has anything of a rehearsal. */
const IS_BENT = `Object.getOwnPropertySymbols(window.wrappedJSObject ?? window).some((one) => String(one).includes('grantscope'))`;
const PORT = 'grantscopeRecorder.rehearsal';
const STATE = `(() => { let state; ${PORT}.subscribe((now) => { state = now; })(); return state; })()`;

/** The permission for rules. */
const RULES = 'declarativeNetRequestWithHostAccess';

/** What a panel does that asks by itself, and what it does where it cannot. */
async function allow(browser: BrowserSession, sites: readonly string[]): Promise<void> {
  const list = JSON.stringify(sites);
  if (browser.name === 'firefox') {
    // The page that asks has no button for access that is already there.
    const origins = JSON.stringify(sites.map((one) => `http://${new URL(one).hostname}/*`));
    const has = `browser.permissions.contains({ origins: ${origins} })`;
    if (await browser.background.evaluate<boolean>(has)) return;
    await browser.devtoolsPage.evaluate(`void ${PORT}.askForSites(${list})`);
    await browser.agree();
    return;
  }
  await browser.devtoolsPage.evaluate(`(async () => {
    const given = { permissions: [], origins: ${list}.map((one) => one + '/*') };
    if (!(await chrome.permissions.request(given))) throw new Error('not given');
    ${PORT}.sitesGiven(given);
  })()`);
}

const planFor = (kind: string, { app, api }: UndoSite): RulePlan | PagePlan => {
  const named = { fault: 'api-refuses-token', title: 'The API refuses the token' };
  const url = `${api}/orders`;
  if (kind === 'script')
    return {
      ...named,
      origin: app,
      calls: { method: 'GET', url, parameter: null },
      deed: { kind: 'change-token', value: 'rehearsed' },
      once: true,
    };
  return {
    ...named,
    sites: [app, api],
    requests: { url, types: ['xmlhttprequest'], preflights: false },
    deeds: [{ kind: 'set-authorization', value: 'Bearer rehearsed' }],
  };
};

/** What is left of a rehearsal that ended in another way than in the panel. */
export function describeRehearseUndo(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the end of a rehearsal in ${name}`, () => {
    let site: UndoSite;
    let browser: BrowserSession | null = null;
    let profile = '';
    const running = () => {
      if (!browser) throw new Error('no browser runs');
      return browser;
    };
    const launch = async () => {
      browser = await launchBrowser({
        name,
        extension: builtExtension(name),
        agrees: true,
        width: 1000,
        height: 700,
        ...(profile === '' ? {} : { profile }),
      });
    };
    const openOther = async () => {
      await running().page.goto(`${site.app}/`);
      await running().page.click('#other');
      await until('the other window', async () =>
        (await running().page.popup())?.evaluate("document.querySelector('#call') !== null"),
      );
    };
    const other = async () => {
      const popup = await running().page.popup();
      if (!popup) throw new Error('there is no other window');
      return popup;
    };
    const end = async () => {
      await browser?.close().catch(() => undefined);
      browser = null;
      if (profile !== '') rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      profile = '';
    };
    const armed = async (kind: string): Promise<void> => {
      const { page, devtoolsPage } = running();
      await page.goto(`${site.app}/`);
      await running().openDevtools();
      if (kind === 'rules') await allow(running(), [site.app, site.api]);
      await devtoolsPage.evaluate(`void ${PORT}.arm(${JSON.stringify(planFor(kind, site))})`);
      await until('the fault', async () => {
        const state = await devtoolsPage.evaluate<{ here: boolean; ended: string | null }>(STATE);
        if (state.ended !== null) throw new Error(`it ended: ${state.ended}`);
        return state.here;
      });
      if (kind === 'rules') expect(await running().sessionRules()).toBe(1);
      else expect(await page.evaluate(IS_BENT)).toBe(true);
    };

    beforeAll(async () => {
      site = await startUndoSite();
    });
    afterEach(async () => {
      await browser?.closeDevtools().catch(() => undefined);
    });
    afterAll(async () => {
      await end();
      await site?.close();
    });

    it('adds no warning at install, and has no rule and no script', async () => {
      await launch();
      await running().page.goto(`${site.app}/`);
      await running().openDevtools();
      expect(await running().sessionRules()).toBe(0);
      const scripts = await running().background.evaluate<number>(
        '((globalThis.browser ?? chrome).scripting?.getRegisteredContentScripts() ?? Promise.resolve([])).then(({ length }) => length)',
      );
      expect(scripts).toBe(0);
      if (name === 'firefox') return;
      const manifest = JSON.parse(
        readFileSync(join(builtExtension(name), 'manifest.json'), 'utf8'),
      );
      const warningsOf = (text: unknown) =>
        running().devtoolsPage.evaluate<readonly string[]>(
          `chrome.management.getPermissionWarningsByManifest(${JSON.stringify(JSON.stringify(text))})`,
        );
      const { action: _, ...rest } = manifest;
      const permissions = manifest.permissions.filter((one: string) => one !== RULES);
      expect(permissions).not.toEqual(manifest.permissions);
      // Chromium warns of every extension with a devtools page. Rehearsals add nothing to that.
      expect(await warningsOf(manifest)).toEqual(await warningsOf({ ...rest, permissions }));
    });

    const all = UNDO_WAYS.flatMap((way) =>
      ['rules', 'script'].flatMap((kind) =>
        Array.from({ length: RUNS }, (_, run) => [way.name, kind, run + 1, way] as const),
      ),
    );

    it.each(all)(
      '%s (%s, run %i): nothing is left of it',
      async (_, kind, _run, way: UndoWay) => {
        if (way.ends === 'browser') {
          await end();
          profile = mkdtempSync(join(tmpdir(), 'grantscope-undo-'));
        }
        if (!browser) await launch();
        await openOther();
        await armed(kind);
        expect(await callApi(await other())).toBe(200);
        const before = running();
        await way.undo(before, site);
        if (way.ends === 'browser') {
          browser = null;
          await launch();
        }
        await until(
          'the end of the rules',
          async () => (await running().sessionRules()) === 0,
          4_000,
        );
        if (way.ends === 'tab') return end();
        if (way.ends !== 'browser') expect(await callApi(await other())).toBe(200);
        await until(
          'the page as it was',
          async () => !(await running().page.evaluate(IS_BENT)),
          4_000,
        );
        // A script waits for its page, so it is there again when the tab comes back.
        if (way.ends === 'page' && kind === 'script') return;
        if (way.ends === 'page' || way.ends === 'browser')
          await running().page.goto(`${site.app}/`);
        expect(await callApi(running().page)).toBe(200);
      },
      90_000,
    );
  });
}
