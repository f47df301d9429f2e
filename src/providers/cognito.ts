import { defineProvider } from './registry/provider.ts';

const REDIRECTS = 'App client > Login pages > Allowed callback URLs';
const ENDPOINT = {
  where: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html',
  when: '2026-11',
} as const;
const BRANDING = {
  where: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html',
  when: '2026-11',
} as const;
const ERROR_PAGE = {
  where: 'https://github.com/danielgtaylor/restish/issues/249',
  when: '2026-11',
} as const;
const LOGOUT = {
  where: 'https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html',
  when: '2026-11',
} as const;
const TOKEN = {
  where: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
  when: '2026-11',
} as const;
const CASES = { where: 'test/providers/cognito.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Amazon Cognito',
  hosts: { names: ['*.amazoncognito.com'], seen: [ENDPOINT] },
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'url',
      pattern: /amazoncognito\.com\/error\?.*\berror=redirect_mismatch/i,
      means: 'redirect_uri is not among the allowed callback URLs of the app client',
      fix: `Add the exact URL under ${REDIRECTS}.`,
      seen: [CASES],
    },
    {
      about: 'session-cookie',
      in: 'url',
      pattern: /amazoncognito\.com\/error\?.*\berror=Invalid(?:%20|\+)state/i,
      means: 'the hosted login lost its own state',
      fix: 'Start the login again from the application and do not reload the login page.',
      seen: [CASES],
    },
    {
      about: 'redirect-mismatch',
      in: 'text',
      pattern: /\bredirect_mismatch\b/,
      means: 'redirect_uri is not among the allowed callback URLs of the app client',
      fix: `Add the exact URL under ${REDIRECTS}.`,
      seen: [CASES],
    },
    {
      about: 'policy',
      in: 'text',
      pattern: /Login pages unavailable/i,
      means: 'managed login has no style for this app client',
      fix: 'Create a managed login branding for the app client.',
      seen: [BRANDING, CASES],
    },
    {
      about: 'grant-type',
      pattern: /Client is not enabled for OAuth2\.0 flows/i,
      means: 'the app client has no OAuth grant turned on',
      fix: 'Choose the grant and the scopes in App client > Login pages > OAuth grant types (AllowedOAuthFlowsUserPoolClient by API).',
      owner: 'registration',
      seen: [CASES],
    },
    {
      about: 'client-authentication',
      at: ['token-request'],
      pattern: /^(?:invalid_client|unauthorized_client)\b/m,
      means:
        'the app client has a secret and the request has none or another, the client has none, or it may not use this grant',
      fix: 'Send client_id and secret of User pool > App clients by Authorization: Basic (no secret for a client without one), and compare App client > Login pages > OAuth grant types.',
      owner: 'registration',
      seen: [TOKEN],
    },
    {
      about: 'grant',
      at: ['authorization_code'],
      pattern: /^invalid_grant$/m,
      means:
        'the code has expired (after five minutes) or was redeemed before, or redirect_uri or code_verifier differ',
      fix: 'Redeem each code once, at once, with the redirect_uri and the code_verifier of the login.',
      owner: 'client',
      seen: [TOKEN],
    },
    {
      about: 'logout-parameters',
      in: 'text',
      pattern: /Required String parameter 'redirect_uri' is not present/i,
      means: 'its logout endpoint knows neither post_logout_redirect_uri nor id_token_hint',
      fix: 'Send client_id and logout_uri, with a URL that is listed under App client > Login pages > Allowed sign-out URLs.',
      seen: [LOGOUT],
    },
    {
      about: 'other',
      in: 'text',
      pattern: /An error was encountered with the requested page/i,
      means: 'Cognito shows its error page',
      fix: 'Read error= in the URL of the page.',
      seen: [ERROR_PAGE],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: REDIRECTS, seen: [ENDPOINT] },
    {
      setting: 'logout-uris',
      name: 'App client > Login pages > Allowed sign-out URLs',
      seen: [LOGOUT],
    },
    { setting: 'client', name: 'User pool > App clients', seen: [ENDPOINT] },
    { setting: 'client-secret', name: 'User pool > App clients > Client secret', seen: [TOKEN] },
    { setting: 'grant-types', name: 'App client > Login pages > OAuth grant types', seen: [TOKEN] },
    {
      setting: 'scopes',
      name: 'App client > Login pages > OpenID Connect scopes and Custom scopes',
      seen: [TOKEN],
    },
    { setting: 'token-lifetimes', name: 'App client > Edit app client information', seen: [TOKEN] },
  ],
  logs: {
    headers: ['x-amzn-requestid', 'x-amz-request-id', 'x-amzn-trace-id'],
    seen: [CASES],
  },
});
