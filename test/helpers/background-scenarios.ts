/** Scenarios with the flows and the token requests that each consists of. */
export const BACKGROUND_SCENARIOS = [
  ['popup', 1, 1],
  ['dedicated-worker', 1, 1],
  ['service-worker', 1, 1],
  ['leaves-at-once', 1, 1],
  ['clean', 1, 2],
  ['silent-renewal', 2, 2],
] as const;

/** What a login leaves out that nobody recorded. */
export const WHOLE = ['authorization-request', 'authorization-response', 'token-request'];
