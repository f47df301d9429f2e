import { type Scenario, scenario } from '../scenario.ts';

const failed = (cause: string) => ({ outcome: 'failed', cause }) as const;

/** Logins whose only fault is in the client, its registration or its own server. */
export const faultyClients: readonly Scenario[] = [
  scenario('wrong-redirect-uri', {
    ...failed('error-page-redirect-mismatch'),
    title: 'Redirect URI that is not registered',
    sentence: 'The client asks to be called back where nobody registered it.',
  }),
  scenario('wrong-client', {
    ...failed('error-page-client-unknown'),
    title: 'Unknown client',
    sentence: 'The client_id does not exist at the authorization server.',
  }),
  scenario('wrong-scope', {
    ...failed('authz-error-invalid-scope'),
    title: 'Scope that is not allowed',
    sentence: 'The client asks for a scope that its registration does not include.',
  }),
  scenario('access-denied', {
    ...failed('authz-error-access-denied'),
    session: 'fresh',
    answer: 'cancel',
    title: 'Person says no',
    sentence: 'The person presses Cancel at the login page.',
  }),
  scenario('login-required', {
    ...failed('authz-error-login-required'),
    session: 'fresh',
    title: 'Silent login without a session',
    sentence: 'A hidden iframe with prompt=none, but nobody is logged in.',
  }),
  scenario('missing-pkce', {
    ...failed('pkce-missing'),
    title: 'No PKCE',
    sentence: 'The server requires PKCE, the client sends no code_challenge.',
  }),
  scenario('verifier-of-another-attempt', {
    ...failed('pkce-verifier-mismatch'),
    title: 'Verifier of another attempt',
    sentence: 'The client starts a second login and sends the code_verifier of the first one.',
    session: 'fresh',
  }),
  scenario('challenge-as-verifier', {
    ...failed('pkce-verifier-is-challenge'),
    title: 'Challenge sent as verifier',
    sentence: 'The client sends the code_challenge where the code_verifier belongs.',
  }),
  scenario('trailing-slash', {
    ...failed('redirect-uri-token-mismatch'),
    title: 'One slash too many',
    sentence: 'The redirect_uri of the token request ends with a slash, the first one did not.',
  }),
  scenario('code-used-twice', {
    outcome: 'succeeded',
    cause: 'code-reused',
    title: 'Code used twice',
    sentence: 'The callback runs twice and redeems the same code twice.',
  }),
  scenario('json-body', {
    ...failed('token-request-json-body'),
    title: 'JSON instead of a form',
    sentence: 'The client sends the token request as JSON.',
  }),
  scenario('callback-500', {
    ...failed('redirect-landing-failed'),
    title: 'Callback page crashes',
    sentence: 'The login succeeds and the app’s own server answers the callback with 500.',
  }),
  scenario('callback-unreachable', {
    ...failed('network-connection-refused'),
    causeInFirefox: 'redirect-landing-failed',
    title: 'Nobody at the callback',
    sentence: 'The redirect URI is registered, but nothing listens on its port.',
  }),
  scenario('expired-token-api', {
    outcome: 'succeeded',
    cause: 'access-token-expired',
    title: 'API call with an expired token',
    sentence: 'The login works, then the app uses its access token after it expired.',
  }),
  scenario('insufficient-scope', {
    outcome: 'succeeded',
    cause: 'api-403-insufficient-scope',
    title: 'API call without the scope',
    sentence: 'The login works, the API wants a scope that was never asked for.',
  }),
];
