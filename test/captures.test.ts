import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../playground/browsers/types.ts';
import { findScenario } from '../playground/scenarios.ts';
import { createAnalysis, type Snapshot } from '../src/analysis/analysis.ts';
import { readHar } from '../src/har/read-har.ts';
import { isExpected, missingKinds } from './helpers/expectation.ts';

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
    const { flows, loose } = analyse(url);
    const concluded = flows.map(({ flow, outcome, verdict, findings }) => ({
      kinds: flow.messages.map(({ kind }) => kind),
      outcome,
      cause: verdict.cause?.check ?? null,
      alarms: findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
    }));
    const said = JSON.stringify(concluded, null, 1);
    const { outcome, cause } = scenario.expected;
    if (outcome !== null)
      expect(
        concluded.find((one) => isExpected(one, scenario, browser, 'export')),
        said,
      ).toBeDefined();
    const found = [...concluded.flatMap(({ kinds }) => kinds), ...loose.map(({ kind }) => kind)];
    expect(missingKinds(found, scenario, browser, 'export'), said).toEqual([]);
    if (cause === null)
      expect(
        concluded.flatMap(({ alarms }) => alarms),
        said,
      ).toEqual([]);
  });
});
