import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './types.ts';

interface InstalledBrowser {
  readonly name: BrowserName;
  readonly path: string;
}

const LINUX: Record<BrowserName, readonly string[]> = {
  chromium: [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const MACOS: Record<BrowserName, readonly string[]> = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

const WINDOWS: Record<BrowserName, readonly string[]> = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const VARIABLE: Record<BrowserName, string> = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

function candidates(name: BrowserName, platform: NodeJS.Platform, env: NodeJS.ProcessEnv) {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return MACOS[name].flatMap((app) => folders.map((folder) => join(folder, app)));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return WINDOWS[name].flatMap((exe) => folders.flatMap((f) => (f ? [`${f}\\${exe}`] : [])));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/snap/bin'];
  return LINUX[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The program to start: `CHROME_PATH` or `FIREFOX_PATH`, else the first of the usual places that
 * exists.
 */
export function findBrowser(name: BrowserName): string | null {
  const named = process.env[VARIABLE[name]];
  if (named) return named;
  return candidates(name, process.platform, process.env).find(isProgram) ?? null;
}

/** All engines that this machine has a browser for. */
export function findBrowsers(): readonly InstalledBrowser[] {
  return (['chromium', 'firefox'] as const).flatMap((name) => {
    const path = findBrowser(name);
    return path ? [{ name, path }] : [];
  });
}
