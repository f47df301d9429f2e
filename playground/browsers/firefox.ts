import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PageDriver } from '../page-driver.ts';
import { findBrowser } from './find.ts';
import { agree, reloadExtension, stopBackground } from './firefox-background.ts';
import { createScripts, type Scripts } from './firefox-chrome.ts';
import { readErrors } from './firefox-errors.ts';
import { webdriverKeys } from './firefox-keys.ts';
import { PREFERENCES } from './firefox-preferences.ts';
import { countRules } from './firefox-rules.ts';
import { Marionette } from './marionette.ts';
import { settled, until } from './poll.ts';
import type { BrowserSession, LaunchOptions, PanelDriver, Theme } from './types.ts';

/**
 * Number of looks. A navigation that shows no sign of loading for that long has ended on the old
 * page.
 */
const STAYS = 30;

function startFirefox(options: LaunchOptions, profile: string): ChildProcess {
  const program = options.executable ?? findBrowser('firefox');
  if (!program) throw new Error('No Firefox found; set FIREFOX_PATH.');
  const preferences = {
    ...PREFERENCES,
    'devtools.theme': options.theme ?? 'light',
    'devtools.netmonitor.persistlog': options.keepLog ?? false,
    ...(options.backgroundIdle
      ? { 'extensions.background.idle.timeout': options.backgroundIdle }
      : {}),
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  rmSync(join(profile, 'MarionetteActivePort'), { force: true });
  const headless = (options.headless ?? true) ? ['--headless'] : [];
  const flags = ['--no-remote', '--profile', profile, '-marionette', '-remote-allow-system-access'];
  const screen = { MOZ_HEADLESS_WIDTH: '2200', MOZ_HEADLESS_HEIGHT: '1400' };
  return spawn(program, [...headless, ...flags, 'about:blank'], {
    stdio: 'ignore',
    env: { ...process.env, ...screen, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
}

async function connect(profile: string): Promise<Marionette> {
  const file = join(profile, 'MarionetteActivePort');
  const readPort = () => existsSync(file) && Number(readFileSync(file, 'utf8'));
  const port = await until('Marionette', readPort, 60_000);
  const marionette = await until('the Marionette port', () => Marionette.connect(port));
  await marionette.greeting;
  await marionette.send('WebDriver:NewSession', {
    unhandledPromptBehavior: 'ignore',
    acceptInsecureCerts: true,
    pageLoadStrategy: 'none',
  });
  await marionette.send('WebDriver:SetTimeouts', { script: 30_000 });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  return marionette;
}

function drivePage({ chrome, click, evaluate }: Scripts): PageDriver {
  const documentId = () =>
    chrome<number>(
      'return gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.innerWindowId;',
    );
  return {
    // Firefox loses the requests of a page that is left faster than a user would leave it.
    look: 400,
    async goto(url) {
      const before = await documentId();
      await chrome(
        `gBrowser.selectedBrowser.fixupAndLoadURIString(args[0],
          { triggeringPrincipal: args[1]
              ? Services.scriptSecurityManager.getSystemPrincipal()
              : Services.scriptSecurityManager.createNullPrincipal({}) });`,
        url,
        // Only the browser itself may open files.
        url.startsWith('file:'),
      );
      let stays = 0;
      await until(`${url} to load`, async () => {
        const loading = await chrome<boolean>(
          'return gBrowser.selectedBrowser.webProgress.isLoadingDocument;',
        );
        // A download, an empty response and an unknown scheme leave the old page in place.
        stays = loading ? 0 : stays + 1;
        return stays > STAYS || (!loading && (await documentId()) !== before);
      });
    },
    click: (selector) => click('tab', selector),
    evaluate: (expression) => evaluate('tab', expression),
    async popup() {
      const isOpen = await chrome<boolean>(
        'return openedBy(gBrowser.selectedBrowser.browsingContext) !== null;',
      );
      if (!isOpen) return null;
      return {
        click: (selector) => click('popup', selector),
        evaluate: (expression) => evaluate('popup', expression),
      };
    },
  };
}

function drivePanel({ chrome, click, evaluate, type }: Scripts, addon: () => string): PanelDriver {
  return {
    click: (selector) => click('panel', selector),
    evaluate: (expression) => evaluate('panel', expression),
    key: (name) => type('panel', webdriverKeys(name)),
    drag: null,
    async screenshot(file) {
      const image = await chrome<string>(
        `const { capture } = ChromeUtils.importESModule('chrome://remote/content/shared/Capture.sys.mjs');
         const context = contextOf('panel', args[0]);
         const { width, height } = context.embedderElement.getBoundingClientRect();
         return capture.toBase64(await capture.canvas(context.topChromeWindow, context, 0, 0, width, height));`,
        addon(),
      );
      writeFileSync(file, Buffer.from(image, 'base64'));
    },
  };
}

/** Opens the toolbox in its own window, because only there the panel can be narrow and wide. */
async function openToolbox({ chrome, evaluate }: Scripts): Promise<void> {
  await chrome(`await gTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'webconsole' });`);
  const tool = await until('the OAuth panel', () =>
    chrome<string>(
      `return toolboxOf()?.getAdditionalTools().find((one) => one.label === 'OAuth')?.id;`,
    ),
  );
  await chrome('await toolboxOf().selectTool(args[0]);', tool);
  await until('the panel document', () =>
    evaluate('panel', `document.readyState === 'complete' && location.href !== 'about:blank'`),
  );
}

async function resizeToolbox({ chrome, evaluate }: Scripts, width: number, height: number) {
  await until(`a window of ${width} by ${height}`, async () => {
    const [now] = await evaluate<number[]>('panel', '[innerWidth, innerHeight]');
    if (now === width) return true;
    await chrome(
      `const window = toolboxOf().topWindow;
       window.resizeTo(args[0] + window.outerWidth - window.innerWidth,
                       args[1] + window.outerHeight - window.innerHeight);`,
      width,
      height,
    );
    return false;
  });
}

async function stop(marionette: Marionette, firefox: ChildProcess, exited: Promise<unknown>) {
  await settled(marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }), 5_000);
  await settled(exited, 8_000);
  if (firefox.exitCode === null) firefox.kill('SIGKILL');
  await exited;
}

/** Starts Firefox with its toolbox in a window. Drives it over Marionette. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserSession> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'grantscope-firefox-'));
  const firefox = startFirefox(options, profile);
  const exited = new Promise((resolve) => firefox.once('exit', resolve));
  const marionette = await connect(profile).catch((error: unknown) => {
    firefox.kill('SIGKILL');
    throw error;
  });
  const installed = await marionette.send('Addon:Install', {
    path: resolve(options.extension),
    temporary: true,
  });
  const addon = () => (installed as { value: string }).value;
  const scripts = createScripts(marionette, addon);
  const resize = (width: number, height: number) => resizeToolbox(scripts, width, height);
  return {
    name: 'firefox',
    background: {
      evaluate: (expression) => scripts.evaluate('background', expression),
      stop: () => stopBackground(scripts, addon()),
      reload: () => reloadExtension(scripts, addon()),
    },
    agree: () => agree(scripts),
    page: drivePage(scripts),
    panel: drivePanel(scripts, addon),
    devtoolsPage: { evaluate: (expression) => scripts.evaluate('devtools_page', expression) },
    async openDevtools() {
      await openToolbox(scripts);
      await resize(options.width ?? 1280, options.height ?? 800);
    },
    closeDevtools: () => scripts.chrome('await gTools.closeToolboxForTab(gBrowser.selectedTab);'),
    exportHar: () =>
      scripts.evaluate<string>(
        'devtools_page',
        'browser.devtools.network.getHAR().then((log) => JSON.stringify({ log }))',
      ),
    async clearLog() {
      await scripts.chrome(
        '(await toolboxOf().getNetMonitorAPI()).actions.clearRequests({ isExplicitClear: true });',
      );
    },
    async setTheme(theme: Theme) {
      await scripts.chrome(`Services.prefs.setStringPref('devtools.theme', args[0]);`, theme);
    },
    resize,
    shownPanel: () => scripts.chrome<string>('return toolboxOf().currentToolId;'),
    zoom: null,
    errors: () => readErrors(scripts),
    sessionRules: () => countRules(scripts, addon()),
    // Without another tab, Firefox closes the window, which the driver works in.
    closeTab: () =>
      scripts.chrome(`const tab = gBrowser.selectedTab;
        gBrowser.addTrustedTab('about:blank');
        gBrowser.removeTab(tab);`),
    async kill() {
      firefox.kill('SIGKILL');
      await exited;
    },
    closed: exited.then(() => undefined),
    async close() {
      await stop(marionette, firefox, exited);
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
