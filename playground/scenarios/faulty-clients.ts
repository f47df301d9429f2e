import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

const failed = (cause: string, ...steps: readonly MessageKind[]) =>
  ({ outcome: 'failed', cause, steps }) as const;

/** Logins whose only fault is in the client, its registration or its own server. */
export const faultyClients: readonly Scenario[] = [
  scenario('wrong-redirect-uri', {
    ...failed('error-page-redirect-mismatch', 'authorization-request', 'interaction'),
    title: 'Redirect URI that is not registered',
    sentence: 'The client sends a redirect_uri that is not registered.',
  }),
  scenario('wrong-client', {
    ...failed('error-page-client-unknown', 'authorization-request', 'interaction'),
    title: 'Unknown client',
    sentence: 'The client_id does not exist at the authorization server.',
  }),
  scenario('wrong-scope', {
    ...failed('authz-error-invalid-scope', 'authorization-response'),
    title: 'Scope that is not allowed',
    sentence: 'The client asks for a scope that its registration does not include.',
  }),
  scenario('access-denied', {
    ...failed('authz-error-access-denied', 'authorization-response'),
    kinds: ['authorization-request', 'interaction', 'authorization-response'],
    session: 'fresh',
    answer: 'cancel',
    title: 'User says no',
    sentence: 'The user presses Cancel at the login page.',
  }),
  scenario('code-to-back-end-refused', {
    ...failed('code-handover-failed', 'code-handover'),
    says: ['/api/session', 'invalid_grant'],
    title: 'Back end that cannot redeem the code',
    sentence: 'The page gives the code to its back end, which sends another redirect_uri.',
  }),
  scenario('login-required', {
    ...failed('authz-error-login-required', 'authorization-response'),
    outcome: 'unfinished',
    says: ['Nobody is signed in at the server'],
    session: 'fresh',
    title: 'Silent login without a session',
    sentence: 'A hidden iframe uses prompt=none without a session.',
  }),
  scenario('missing-pkce', {
    ...failed('pkce-missing', 'authorization-request'),
    title: 'No PKCE',
    sentence: 'The server requires PKCE, the client sends no code_challenge.',
  }),
  scenario('verifier-of-another-attempt', {
    ...failed('pkce-verifier-mismatch', 'token-request'),
    // The first login is in a frame, where the server refuses to be shown.
    furtherFindings: ['frame-options-blocked'],
    title: 'Verifier of another attempt',
    sentence: 'The client starts a second login and sends the code_verifier of the first one.',
    session: 'fresh',
  }),
  scenario('challenge-as-verifier', {
    ...failed('pkce-verifier-is-challenge', 'token-request'),
    title: 'Challenge sent as verifier',
    sentence: 'The client sends the code_challenge where the code_verifier belongs.',
  }),
  scenario('trailing-slash', {
    ...failed('redirect-uri-token-mismatch', 'token-request'),
    title: 'One slash too many',
    sentence: 'The redirect_uri of the token request ends with a slash. The first one did not.',
  }),
  scenario('code-used-twice', {
    outcome: 'succeeded',
    cause: 'code-reused',
    steps: ['token-request'],
    title: 'Code used twice',
    sentence: 'The callback runs twice and redeems the same code twice.',
  }),
  scenario('json-body', {
    ...failed('token-request-json-body', 'token-request'),
    title: 'JSON instead of a form',
    sentence: 'The client sends the token request as JSON.',
  }),
  scenario('callback-500', {
    ...failed('redirect-landing-failed', 'authorization-response'),
    title: 'Callback page crashes',
    sentence: 'The login succeeds and the app’s own server answers the callback with 500.',
  }),
  scenario('callback-unreachable', {
    ...failed('network-connection-refused', 'authorization-response'),
    inFirefox: { cause: 'redirect-landing-failed' },
    title: 'Callback on a closed port',
    sentence: 'The redirect URI is registered, but nothing listens on its port.',
  }),
  scenario('expired-token-api', {
    outcome: 'succeeded',
    cause: 'access-token-expired',
    steps: ['api-call'],
    title: 'API call with an expired token',
    sentence: 'The login works, then the app uses its access token after it expired.',
  }),
  scenario('insufficient-scope', {
    outcome: 'succeeded',
    cause: 'api-403-insufficient-scope',
    steps: ['api-call'],
    title: 'API call without the scope',
    sentence: 'The login works. The API requires a scope that the client did not request.',
  }),
];
