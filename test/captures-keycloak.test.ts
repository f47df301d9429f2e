import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExpectedFlow } from '../playground/keycloak/scenario.ts';
import { keycloakScenarios } from '../playground/keycloak/scenarios.ts';
import { createAnalysis, type Snapshot } from '../src/checks/analysis.ts';
import type { AnalysedFlow } from '../src/flow/flow.ts';
import { readHar } from '../src/har/read.ts';

const FOLDER = new URL('captures/keycloak/', import.meta.url);

const captures = (['chromium', 'firefox'] as const).flatMap((browser) =>
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

/** A flow in the words of an expectation. */
function concluded({ flow, outcome, verdict }: AnalysedFlow, all: readonly AnalysedFlow[]) {
  const parent = all.find((other) => other.flow.id === flow.parent);
  return {
    client: flow.client,
    grant: flow.grant,
    outcome,
    cause: verdict.cause,
    text: verdict.text,
    kinds: [...new Set(flow.messages.map(({ kind }) => kind))],
    parent: parent ? { client: parent.flow.client, relation: flow.relation } : null,
  };
}

function expected(flow: ExpectedFlow) {
  const { client, grant, outcome, cause, says = '', kinds, parent = null } = flow;
  return { client, grant, outcome, cause, text: expect.stringContaining(says), kinds, parent };
}

/** What was found that nobody who knows the scenario would say. */
function alarms({ findings, verdict }: AnalysedFlow) {
  return findings
    .filter(({ severity, causedBy }) => severity !== 'info' && causedBy === null)
    .filter(({ check }) => check !== verdict.cause)
    .map(({ check }) => check);
}

describe('what browsers recorded of a real Keycloak', () => {
  it.each(captures)('$browser $name', ({ name, url }) => {
    const scenario = keycloakScenarios.find((one) => one.name === name);
    if (!scenario) throw new Error(`There is no scenario ${name}.`);
    const { flows, outside } = analyse(url);
    expect(flows.map((flow) => concluded(flow, flows))).toEqual(scenario.flows.map(expected));
    expect(flows.flatMap(alarms)).toEqual([]);
    expect(outside.filter(({ finding }) => finding.severity !== 'info')).toEqual([]);
  });

  it('is there for every scenario in both browsers', () => {
    const names = captures.map(({ browser, name }) => `${browser} ${name}`).sort();
    const wanted = ['chromium', 'firefox'].flatMap((browser) =>
      keycloakScenarios.map(({ name }) => `${browser} ${name}`),
    );
    expect(names).toEqual(wanted.sort());
  });
});
