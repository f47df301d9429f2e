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
  console: [{ setting: 'redirect-uris', name: REDIRECTS, seen: [ENDPOINT] }],
  logs: {
    headers: ['x-amzn-requestid', 'x-amz-request-id', 'x-amzn-trace-id'],
    seen: [CASES],
  },
});
