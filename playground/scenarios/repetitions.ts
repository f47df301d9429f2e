import { type Scenario, scenario } from '../scenario.ts';

/** The same again, one after the other or at the same time. */
export const repetitions: readonly Scenario[] = [
  scenario('login-loop', {
    outcome: 'failed',
    cause: 'login-loop',
    says: ['4 logins', '401'],
    steps: ['authorization-response', 'landing'],
    client: 'server',
    title: 'Login loop',
    sentence: 'After each login the app answers 401 and sends the user to the login again.',
  }),
  scenario('redirect-loop', {
    outcome: 'failed',
    cause: 'redirect-loop',
    client: 'server',
    session: 'fresh',
    capturedOnly: true,
    title: 'Redirect loop',
    sentence: 'The page behind the login redirects to itself.',
  }),
  scenario('refresh-race', {
    outcome: 'succeeded',
    cause: 'refresh-parallel',
    says: ['same refresh token', 'ms apart', 'refused'],
    steps: ['token-request'],
    kinds: ['token-request', 'api-call'],
    title: 'Two refreshes at once',
    sentence: 'The page uses a refresh token twice at once. The server revokes all its tokens.',
  }),
];
