import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

const both: readonly MessageKind[] = ['authorization-request', 'authorization-response'];
const succeeded = { outcome: 'succeeded', cause: null, kinds: [...both, 'token-request'] } as const;

/** Logins in which another party than usual sends or answers a message. */
export const places: readonly Scenario[] = [
  scenario('login-by-fetch', {
    ...succeeded,
    session: 'fresh',
    title: 'Sign-in page that asks by fetch',
    sentence: 'The server’s page calls the authorization endpoint by fetch and gets JSON.',
  }),
  scenario('login-by-fetch-refused', {
    outcome: 'failed',
    cause: 'error-page-redirect-mismatch',
    says: ['/callback/', 'redirect_uri did not match'],
    steps: [...both, 'interaction'],
    session: 'fresh',
    title: 'Sign-in page that is refused',
    sentence: 'The same with a redirect URI that is not registered. The server says so in JSON.',
  }),
  scenario('cached-app', {
    ...succeeded,
    lostInFirefox: ['authorization-request'],
    title: 'App that works offline',
    sentence: 'A service worker answers the callback and the metadata from its cache.',
  }),
  scenario('cached-callback', {
    outcome: 'failed',
    cause: 'oauth-response-from-cache',
    says: ['/pwa/callback', 'service worker'],
    steps: ['authorization-response'],
    inFirefox: { outcome: 'unknown', cause: null },
    kinds: both,
    client: 'server',
    title: 'Callback from the cache',
    sentence: 'A service worker answers the callback of the app’s server with a page of its own.',
  }),
];
