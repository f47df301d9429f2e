import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

const failed = (cause: string, ...steps: readonly MessageKind[]) =>
  ({ outcome: 'failed', cause, steps }) as const;

/** Logins by a correct client. The proxy changes one message on its way to or from the server. */
export const faultyServers: readonly Scenario[] = [
  scenario('tampered-state', {
    ...failed('state-mismatch', 'authorization-response'),
    title: 'Another state comes back',
    sentence: 'The state of the authorization response is not the one that was sent.',
  }),
  scenario('missing-state', {
    ...failed('state-missing-in-response', 'authorization-response'),
    title: 'No state comes back',
    sentence: 'The authorization response lacks the state that was sent.',
  }),
  scenario('token-without-cors', {
    ...failed('cors-acao-missing', 'token-request'),
    title: 'Token endpoint without CORS',
    sentence: 'The tokens are issued, but the browser may not show them to the page.',
  }),
  scenario('cors-hides-error', {
    ...failed('cors-error-masks-oauth-error', 'token-request'),
    // Chromium hides the error from everybody, Firefox only from the page.
    furtherInFirefox: ['token-error-invalid-grant'],
    title: 'CORS hides the error',
    sentence: 'The token endpoint answers invalid_grant, without CORS headers.',
  }),
  scenario('failing-preflight', {
    ...failed('cors-preflight-header-refused', 'token-request', 'preflight'),
    onlyInFirefox: ['preflight'],
    title: 'Preflight refuses a header',
    sentence: 'Monitoring adds traceparent to the token request. The server does not allow it.',
  }),
  scenario('token-html', {
    ...failed('token-response-html', 'token-request'),
    title: 'HTML instead of tokens',
    sentence: 'The token endpoint answers 200 with a web page.',
  }),
  scenario('token-500', {
    ...failed('token-response-5xx', 'token-request'),
    title: 'Token endpoint crashes',
    sentence: 'The token endpoint answers 500.',
  }),
  scenario('nonce-mismatch', {
    ...failed('id-token-nonce-mismatch', 'token-request'),
    title: 'Another nonce in the ID token',
    sentence: 'The ID token has the nonce of another request.',
  }),
  scenario('skewed-clock', {
    ...failed('clock-skew', 'token-request'),
    title: 'Server’s clock is wrong',
    sentence: 'The authorization server’s clock is ten minutes ahead.',
  }),
  scenario('hostile', {
    ...failed('error-page-client-unknown', 'authorization-request', 'interaction'),
    title: 'Hostile text everywhere',
    sentence: 'Markup in every parameter, in response headers and on the error page.',
  }),
];
