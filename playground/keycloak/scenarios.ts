import type { KeycloakScenario } from './scenario.ts';
import { brokered } from './scenarios/brokered.ts';
import { logins } from './scenarios/logins.ts';
import { logouts } from './scenarios/logouts.ts';
import { refusals } from './scenarios/refusals.ts';

/** Every scenario, in the order of the page's buttons. */
export const keycloakScenarios: readonly KeycloakScenario[] = [
  ...logins,
  ...brokered,
  ...refusals,
  ...logouts,
];
