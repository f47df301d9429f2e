/** Scenarios with their flows and the token requests of each. */
export const BACKGROUND_SCENARIOS = [
  ['popup', 1, 1],
  ['dedicated-worker', 1, 1],
  ['service-worker', 1, 1],
  ['leaves-at-once', 1, 1],
  ['clean', 1, 2],
  ['silent-renewal', 2, 2],
] as const;

/** The gap of a login whose end was not recorded. */
export const WHOLE = ['authorization-request', 'authorization-response', 'token-request'];
