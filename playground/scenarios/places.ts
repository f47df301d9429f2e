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
  scenario('https-by-browser', {
    outcome: 'failed',
    cause: 'https-upgrade-on-callback',
    client: 'server',
    capturedOnly: true,
    title: 'Callback that the browser moves to https',
    sentence: 'The browser uses https only for this host, and its server has no TLS.',
  }),
  scenario('http-behind-tls', {
    outcome: 'unknown',
    cause: 'scheme-downgrade-redirect',
    furtherFindings: ['redirect-landing-differs'],
    client: 'server',
    capturedOnly: true,
    title: 'App behind TLS that does not know it',
    sentence: 'The proxy ends TLS, and the app redirects its callback to http.',
  }),
  scenario('storage-lost', {
    outcome: 'unknown',
    cause: 'session-storage-lost',
    capturedOnly: true,
    title: 'Callback at another origin',
    sentence: 'The login begins at localhost, and the page of the callback is at 127.0.0.1.',
  }),
  scenario('local-network', {
    outcome: 'failed',
    cause: 'local-network-blocked',
    fromPublic: true,
    capturedOnly: true,
    title: 'Server in the local network',
    sentence: 'A page of the public internet may not call a server at this machine.',
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
