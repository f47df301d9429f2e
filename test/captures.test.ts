import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../playground/browsers/types.ts';
import { clientIdOf } from '../playground/scenario.ts';
import { findScenario } from '../playground/scenarios.ts';
import { createAnalysis, type Snapshot } from '../src/checks/analysis.ts';
import { readHar } from '../src/har/read.ts';
import { isExpected } from './helpers/expectation.ts';

const FOLDER = new URL('captures/', import.meta.url);

const captures = (['chromium', 'firefox'] as const satisfies readonly BrowserName[]).flatMap(
  (browser) =>
    readdirSync(new URL(`${browser}/`, FOLDER)).map((file) => ({
      browser,
      name: basename(file, '.har'),
      url: new URL(`${browser}/${file}`, FOLDER),
    })),
);

function analyse(url: URL): Snapshot {
  const har = readHar(readFileSync(url, 'utf8'), { file: url.pathname, source: 0 });
  if (!har.ok) throw new Error(har.message);
  const analysis = createAnalysis();
  har.exchanges.forEach(analysis.add);
  return analysis.snapshot();
}

describe('what the Network panel of a real browser exported', () => {
  it.each(captures)('$browser $name', ({ browser, name, url }) => {
    const scenario = findScenario(name);
    if (!scenario) throw new Error(`There is no scenario ${name}.`);
    const { flows } = analyse(url);
    const own = flows.filter(({ flow }) => flow.client?.startsWith(clientIdOf(name)));
    const concluded = own.map(({ flow, outcome, verdict, findings }) => ({
      outcome,
      kinds: flow.messages.map(({ kind }) => kind),
      cause: verdict.cause,
      alarms: findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
    }));
    const match = concluded.find((one) => isExpected(one, scenario, browser, 'export'));
    expect(match, JSON.stringify(concluded, null, 1)).toBeDefined();
    if (scenario.expected.cause === null)
      expect(concluded.flatMap(({ alarms }) => alarms)).toEqual([]);
  });
});
