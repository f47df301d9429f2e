import type { Scenario } from './scenario.ts';
import { clean } from './scenarios/clean.ts';
import { faultyClients } from './scenarios/faulty-clients.ts';
import { faultyServers } from './scenarios/faulty-servers.ts';

/** Every scenario, in the order of the page's buttons. */
export const scenarios: readonly Scenario[] = [...clean, ...faultyClients, ...faultyServers];

/** The scenario of that name. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}
