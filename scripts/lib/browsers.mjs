import { install, mayInstall, onPath, pathOf } from './apt.mjs';

const COMMANDS = {
  chromium: [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};
const VARIABLES = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };
const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * Whether the machine has that browser. Always true outside Linux, where the program that starts
 * the browser finds out.
 * @param {'chromium' | 'firefox'} name
 */
export function isInstalled(name) {
  if (process.env[VARIABLES[name]]) return true;
  return process.platform !== 'linux' || COMMANDS[name].some(onPath);
}

/**
 * The program of a browser; null when none is found.
 * @param {'chromium' | 'firefox'} name
 */
export function programOf(name) {
  const named = process.env[VARIABLES[name]];
  return named ?? COMMANDS[name].map(pathOf).find((path) => path !== null) ?? null;
}

/**
 * Installs missing browsers with apt on Linux, when it has the rights. Elsewhere it says what to
 * do. Resolves to the browsers that are still missing.
 * @param {readonly ('chromium' | 'firefox')[]} names
 */
export async function ensureBrowsers(names) {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return [];
  const packages = missing.map((name) => PACKAGES[name]);
  if (!mayInstall()) {
    console.error(
      `Missing: ${missing.join(' and ')}. Install it (Debian, Ubuntu: apt-get install ${packages.join(' ')}), or name the program in ${missing.map((name) => VARIABLES[name]).join(' and ')}.`,
    );
    return missing;
  }
  await install(packages);
  return names.filter((name) => !isInstalled(name));
}
