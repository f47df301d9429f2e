import type { Scenario } from './scenario.ts';
import { brokenServers } from './scenarios/broken-servers.ts';
import { chains } from './scenarios/chains.ts';
import { clean } from './scenarios/clean.ts';
import { cookies } from './scenarios/cookies.ts';
import { faultyClients } from './scenarios/faulty-clients.ts';
import { faultyServers } from './scenarios/faulty-servers.ts';
import { grants } from './scenarios/grants.ts';
import { libraries } from './scenarios/libraries.ts';
import { logouts } from './scenarios/logout.ts';
import { mcpFaults } from './scenarios/mcp.ts';
import { misguidedClients } from './scenarios/misguided-clients.ts';
import { places } from './scenarios/places.ts';
import { repetitions } from './scenarios/repetitions.ts';
import { requests } from './scenarios/requests.ts';
import { responses } from './scenarios/responses.ts';
import { staying } from './scenarios/staying.ts';

/** Every scenario that ends by itself, in the order of the page's buttons. */
export const scenarios: readonly Scenario[] = [
  ...clean,
  ...libraries,
  ...requests,
  ...responses,
  ...grants,
  ...chains,
  ...mcpFaults,
  ...logouts,
  ...places,
  ...repetitions,
  ...cookies,
  ...faultyClients,
  ...faultyServers,
  ...misguidedClients,
  ...brokenServers,
];

/** Every button of the page, also those that end nowhere, so that they are not recorded. */
export const playable: readonly Scenario[] = [...scenarios, ...staying];

/** The scenario of that name. */
export function findScenario(name: string): Scenario | undefined {
  return playable.find((scenario) => scenario.name === name);
}
