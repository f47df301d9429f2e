import type { Marionette } from './marionette.ts';
import { until } from './poll.ts';

/** Where a script can run: the inspected tab, its popup, or one of the extension's documents. */
export type Target = 'tab' | 'popup' | 'panel' | 'devtools_page' | 'background';

/**
 * Runs with the browser's own rights in browser.xhtml. Marionette's JSWindowActor exists in every
 * frame and in the extension's process, so the panel can be driven like a page.
 */
const PRELUDE = `
const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
const gTools = require('devtools/client/framework/devtools').gDevTools;
const toolboxOf = () => gTools.getToolboxForTab(gBrowser.selectedTab);
const openedBy = (inspected) =>
  [...Services.wm.getEnumerator('navigator:browser')]
    .flatMap((window) => window.gBrowser.browsers.map((browser) => browser.browsingContext))
    .findLast((context) => context?.opener?.id === inspected.id) ?? null;
const contextOf = (target, addon) => {
  const inspected = gBrowser.selectedBrowser.browsingContext;
  if (target === 'tab') return inspected;
  if (target === 'popup') {
    const popup = openedBy(inspected);
    if (!popup) throw new Error('The tab has opened no window');
    return popup;
  }
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const type = target === 'panel' ? 'devtools_panel' : target;
  const view = [...ExtensionParent.GlobalManager.extensionMap.get(addon).views].filter((one) =>
    one.viewType === type && one.xulBrowser?.browsingContext?.currentWindowGlobal).at(-1);
  if (!view) throw new Error('The extension shows no ' + type);
  return view.xulBrowser.browsingContext;
};
const actorOf = (target, addon) => actorFor(contextOf(target, addon));
const actorFor = (context) => {
  return ChromeUtils.importESModule('chrome://remote/content/marionette/actors/MarionetteCommandsParent.sys.mjs')
    .getMarionetteCommandsActorProxy(() => context);
};
const capabilities = { toJSON: () => ({ 'moz:accessibilityChecks': false, 'moz:webdriverClick': true, strictFileInteractability: false }) };
const find = (actor, css) => actor.findElement('css selector', css, { all: false, timeout: 10000 });
`;

/** Wraps an async body. It answers over Marionette's callback with `{ value }` or `{ error }`. */
function wrap(body: string, prelude: string): string {
  return `const [args, done] = [arguments[0], arguments[arguments.length - 1]];
    (async () => { ${prelude} ${body} })().then(
      (value) => done({ value: value === undefined ? null : JSON.parse(JSON.stringify(value)) }),
      (error) => done({ error: String(error?.message ?? error) }));`;
}

function unwrap<T>(answer: unknown, where: string): T {
  const { value, error } = answer as { value?: T; error?: string };
  if (error !== undefined) throw new Error(`${where}: ${error}`);
  return value as T;
}

const NOT_YET = /could not be scrolled into view|is not clickable/;

/** Runs scripts in the browser window and in the documents that it shows. */
export function createScripts(marionette: Marionette, addon: () => string) {
  const chrome = async <T>(body: string, ...args: readonly unknown[]): Promise<T> => {
    const answer = await marionette.send('WebDriver:ExecuteAsyncScript', {
      script: wrap(body, PRELUDE),
      args: [args],
      newSandbox: true,
      sandbox: 'system',
    });
    return unwrap<T>((answer as { value: unknown }).value, 'browser');
  };
  const evaluate = async <T>(target: Target, expression: string): Promise<T> => {
    const answer = await chrome<unknown>(
      `const [target, addon, script] = args;
       return actorOf(target, addon).executeScript(script, [[]],
         { async: true, timeout: 20000, newSandbox: true, sandboxName: null });`,
      target,
      addon(),
      wrap(`return (${expression});`, ''),
    );
    return unwrap<T>(answer, target);
  };
  const clickOnce = (target: Target, selector: string): Promise<void> =>
    chrome(
      `const [target, addon, css] = args, actor = actorOf(target, addon);
       await actor.clickElement(await find(actor, css), capabilities);`,
      target,
      addon(),
      selector,
    );
  // An element in layout, or under a dialog that closes, can be clicked in a moment.
  const click = (target: Target, selector: string): Promise<void> =>
    until(`${selector} to be clickable`, () =>
      clickOnce(target, selector).then(
        () => ({ error: null }),
        (error: unknown) => (NOT_YET.test(String(error)) ? null : { error }),
      ),
    ).then(({ error }) => {
      if (error !== null) throw error;
    });
  const type = (target: Target, keys: string): Promise<void> =>
    chrome(
      `const [target, addon, keys] = args, actor = actorOf(target, addon);
       const focused = await find(actor, ':focus, body:not(:has(:focus))');
       await actor.sendKeysToElement(focused, keys, capabilities);`,
      target,
      addon(),
      keys,
    );
  return { chrome, evaluate, click, type };
}

export type Scripts = ReturnType<typeof createScripts>;
