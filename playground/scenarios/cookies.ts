import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

/** A login on the app's server that fails because the callback comes without the right cookie. */
const loses = (cause: string) =>
  ({
    outcome: 'failed',
    cause,
    steps: ['authorization-response'],
    kinds: ['authorization-request', 'authorization-response'] satisfies readonly MessageKind[],
    client: 'server',
  }) as const;

/** Played for the capture only. The panel shows nothing else. */
const quiet = { capturedOnly: true, session: 'fresh' } as const;

/** Logins of the app's server that lose the cookie that remembers them, each in another way. */
export const cookies: readonly Scenario[] = [
  scenario('cookie-other-host', {
    ...loses('cookie-host-mismatch'),
    says: ['app_login.cookie-other-host', 'localhost', '127.0.0.1'],
    title: 'Cookie of another host',
    sentence: 'The login begins at localhost. The redirect URI is at 127.0.0.1.',
  }),
  scenario('cookie-form-post', {
    ...loses('cookie-lax-form-post'),
    says: ['app_login.cookie-form-post', 'SameSite=Lax', 'POST'],
    // Firefox loses the request when the server answers it at once with a form that posts itself.
    session: 'fresh',
    title: 'Cookie lost by a form post',
    sentence: 'The response is a POST from another site, which carries no SameSite=Lax cookie.',
  }),
  scenario('cookie-other-path', {
    ...loses('cookie-path-mismatch'),
    says: ['app_login.cookie-other-path', '/shop', '/server/callback'],
    title: 'Cookie of another path',
    sentence: 'The cookie has Path=/shop, and the redirect URI is outside of that.',
  }),
  scenario('cookie-overwritten', {
    ...loses('cookie-parallel-overwrite'),
    says: ['app_login.cookie-overwritten', 'login'],
    session: 'fresh',
    title: 'Cookie overwritten',
    sentence: 'A picture needs a login too and starts a second one, which overwrites the cookie.',
  }),
  scenario('cookie-too-large', {
    ...loses('cookie-too-large'),
    says: ['app_login.cookie-too-large', '4,096'],
    title: 'Cookie too large',
    sentence: 'The app keeps so much in its cookie that the browser ignores it.',
  }),
  scenario('cookie-strict', {
    ...loses('cookie-samesite-strict-callback'),
    ...quiet,
    says: ['app_login.cookie-strict', 'SameSite=Strict'],
    title: 'Cookie with SameSite=Strict',
    sentence: 'The cookie does not come along when another site sends the browser back.',
  }),
  scenario('cookie-none-insecure', {
    ...loses('cookie-samesite-none-insecure'),
    ...quiet,
    says: ['app_login.cookie-none-insecure', 'Secure'],
    title: 'Cookie with SameSite=None alone',
    sentence: 'Browsers refuse SameSite=None without Secure.',
  }),
  scenario('cookie-secure-over-http', {
    ...loses('cookie-secure-over-http'),
    ...quiet,
    says: ['app_login.cookie-secure-over-http', 'http'],
    title: 'Secure cookie over http',
    sentence: 'The app is at a name of the local network, without TLS, and sets a Secure cookie.',
  }),
  scenario('cookie-removed', {
    ...loses('correlation-cookie-missing'),
    ...quiet,
    says: ['app_login.cookie-removed'],
    title: 'Cookie removed by a banner',
    sentence: 'A consent banner removes the cookie of the login, because it does not know it.',
  }),
  scenario('cookies-too-many', {
    ...loses('request-headers-too-large'),
    ...quiet,
    title: 'Too many cookies',
    sentence: 'The app keeps its basket in cookies, and its server refuses so long a header.',
  }),
];
