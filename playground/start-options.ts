import { parseArgs } from 'node:util';
import type { BrowserName } from './browsers/types.ts';
import { findScenario, scenarios } from './scenarios.ts';

export interface StartOptions {
  /** The requested browser. Null takes the first that is installed. */
  readonly browser: BrowserName | null;
  readonly scenario: string;
  readonly headless: boolean;
  /** Path of the screenshot. Null picks a file in the temporary folder. */
  readonly screenshot: string | null;
}

export const USAGE = `npm start -- [--browser chromium|firefox] [--scenario NAME] [--headless] [--screenshot FILE]

Starts the playground and opens a browser with the OAuth tab. Without a display, or with --headless,
it plays the scenario, prints the report of its flow and writes a screenshot of the panel.

Scenarios: ${scenarios.map(({ name }) => name).join(', ')}`;

const DEFAULT_SCENARIO = 'verifier-of-another-attempt';

/** Reads the command line. Throws an Error with a sentence for the user when it is wrong. */
export function readOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string' },
      scenario: { type: 'string', default: DEFAULT_SCENARIO },
      headless: { type: 'boolean', default: false },
      screenshot: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (!findScenario(values.scenario)) throw new Error(`There is no scenario ${values.scenario}.`);
  return {
    browser: browserName(values.browser),
    scenario: values.scenario,
    headless: values.headless || !hasDisplay(env),
    screenshot: values.screenshot ?? null,
  };
}

function browserName(name: string | undefined): BrowserName | null {
  if (name === undefined) return null;
  if (/^(?:chrome|chromium|edge)$/.test(name)) return 'chromium';
  if (name === 'firefox') return 'firefox';
  throw new Error(`There is no driver for ${name}: chromium and firefox are known.`);
}

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
