import { describe, expect, it } from 'vitest';
import type { ExpectedFlow } from '../playground/keycloak/scenario.ts';
import { keycloakScenarios } from '../playground/keycloak/scenarios.ts';
import type { Snapshot } from '../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../src/conclusion/analysed-flow.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { causeIdOf, snapshotOf } from './helpers/analyse.ts';
import { exchangesOf, exportsOf } from './helpers/captures.ts';

const captures = exportsOf('keycloak');

/** Pages of the server that belong to no flow. */
function leftOut(exchanges: readonly Exchange[], { flows }: Snapshot): readonly string[] {
  const told = new Set(
    flows.flatMap(({ flow }) =>
      flow.messages.flatMap((message) => [
        message.exchange.id,
        ...(message.kind === 'authorization-response' ? [message.issuedBy?.id] : []),
      ]),
    ),
  );
  return exchanges
    .filter(({ id, destination }) => destination === 'document' && !told.has(id))
    .map(({ request }) => new URL(request.url).pathname)
    .filter((path) => path.startsWith('/realms/'));
}

/** A flow in the words of an expectation. */
function concluded({ flow, outcome, verdict }: AnalysedFlow, all: readonly AnalysedFlow[]) {
  const parent = all.find((other) => other.flow.id === flow.parent);
  return {
    client: flow.client,
    grant: flow.grant,
    outcome,
    cause: causeIdOf({ verdict }),
    text: verdict.text,
    kinds: [...new Set(flow.messages.map(({ kind }) => kind))],
    parent: parent ? { client: parent.flow.client, relation: flow.relation } : null,
  };
}

function expected(flow: ExpectedFlow) {
  const { client, grant, outcome, cause, says = '', kinds, parent = null } = flow;
  return { client, grant, outcome, cause, text: expect.stringContaining(says), kinds, parent };
}

/** Warnings and errors that the scenario does not explain. */
function alarms({ findings, verdict }: AnalysedFlow) {
  return findings
    .filter(({ severity, causedBy }) => severity !== 'info' && causedBy === null)
    .filter(({ check }) => check !== verdict.cause?.check)
    .map(({ check }) => check);
}

describe('what browsers recorded of a real Keycloak', () => {
  it.each(captures)('$browser $name', ({ name, path }) => {
    const scenario = keycloakScenarios.find((one) => one.name === name);
    if (!scenario) throw new Error(`There is no scenario ${name}.`);
    const exchanges = exchangesOf(path);
    const snapshot = snapshotOf(exchanges);
    const { flows, outside } = snapshot;
    expect(flows.map((flow) => concluded(flow, flows))).toEqual(scenario.flows.map(expected));
    expect(leftOut(exchanges, snapshot)).toEqual([]);
    expect(flows.flatMap(alarms)).toEqual([]);
    expect(outside.filter(({ finding }) => finding.severity !== 'info')).toEqual([]);
  });

  it('exists for every scenario in both browsers', () => {
    const names = captures.map(({ browser, name }) => `${browser} ${name}`).sort();
    const wanted = ['chromium', 'firefox'].flatMap((browser) =>
      keycloakScenarios.map(({ name }) => `${browser} ${name}`),
    );
    expect(names).toEqual(wanted.sort());
  });
});
