import type { MessageKind } from '../../src/oauth/message.ts';
import type { Metadata, RegistrationSetting, Scenario } from '../scenario.ts';
import { scenario } from '../scenario.ts';

const succeeded = { outcome: 'succeeded', cause: null } as const;
const end: readonly MessageKind[] = ['end-session-request'];

const returns =
  (more: (app: string) => Metadata = () => ({})) =>
  ({ addresses: { app } }: RegistrationSetting): Metadata => ({
    post_logout_redirect_uris: [`${app}/logged-out`],
    ...more(app),
  });

/** Logouts and session checks. */
export const logouts: readonly Scenario[] = [
  scenario('logout', {
    ...succeeded,
    registration: returns(),
    session: 'fresh',
    kinds: end,
    title: 'Logout',
    sentence: 'A login, then a logout that comes back to the app.',
  }),
  scenario('logout-oidc-client-ts', {
    ...succeeded,
    registration: returns(),
    session: 'fresh',
    client: 'oidc-client-ts',
    kinds: end,
    capturedOnly: true,
    title: 'Logout, with oidc-client-ts',
    sentence: 'The same logout with another library.',
  }),
  scenario('logout-frontchannel', {
    ...succeeded,
    registration: returns((app) => ({ frontchannel_logout_uri: `${app}/frontchannel-logout` })),
    session: 'fresh',
    kinds: [...end, 'frontchannel-logout-request'],
    title: 'Front-channel logout',
    sentence: 'The server’s page tells each client in a frame that the session has ended.',
  }),
  scenario('logout-backchannel', {
    ...succeeded,
    registration: returns((app) => ({ backchannel_logout_uri: `${app}/backchannel-logout` })),
    session: 'fresh',
    kinds: end,
    capturedOnly: true,
    title: 'Back-channel logout',
    sentence: 'The server tells the client’s server, out of the browser’s sight.',
  }),
  scenario('logout-unregistered', {
    outcome: 'failed',
    cause: 'logout-error-page',
    registration: returns(),
    session: 'fresh',
    kinds: end,
    steps: end,
    capturedOnly: true,
    title: 'Logout to nowhere',
    sentence: 'The post_logout_redirect_uri is not registered.',
  }),
  scenario('session-iframe', {
    ...succeeded,
    client: 'oidc-client-ts',
    kinds: ['authorization-request', 'authorization-response', 'token-request', 'session-iframe'],
    title: 'Session iframe',
    sentence: 'A frame of the server tells the page whether the session still exists.',
  }),
];
