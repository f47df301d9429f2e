import { defineProvider } from './registry/provider.ts';

const REDIRECTS = 'Applications > Settings > Allowed Callback URLs';
const CALLBACKS = {
  where: 'https://auth0.com/docs/users/redirecting-users',
  when: '2026-11',
} as const;
const ERROR_PAGES = {
  where: 'https://auth0.com/docs/hosted-pages/error-pages',
  when: '2026-11',
} as const;
const MFA = {
  where:
    'https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa',
  when: '2026-11',
} as const;
const MISMATCH = {
  where: 'https://github.com/auth0/nextjs-auth0/issues/1942',
  when: '2026-11',
} as const;
const CASES = { where: 'test/providers/auth0.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Auth0',
  hosts: { names: ['*.auth0.com'], seen: [ERROR_PAGES] },
  // Tenants may have their own domain.
  marks: [{ in: 'header', name: 'x-auth0-requestid', seen: [CASES] }],
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /Callback URL mismatch|is not in the list of allowed callback URLs/i,
      means: 'redirect_uri is not among the allowed callback URLs of the application',
      fix: `Add the exact URI under ${REDIRECTS}.`,
      seen: [MISMATCH],
    },
    {
      about: 'client-unknown',
      in: 'text',
      pattern: /Unknown client:|could not find (?:the )?application/i,
      means: 'this tenant has no application with this client_id',
      fix: 'Compare client_id and the tenant domain with the application settings.',
      seen: [CASES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /Client .{1,80} is not authorized to access resource server/i,
      means: 'the application may not ask for this API',
      fix: 'Authorize the application under APIs > Application access.',
      seen: [CASES],
    },
  ],
  tokenSteps: [
    {
      code: 'mfa_required',
      next: 'Ask the user for the second factor, and send it to the token endpoint with the mfa_token of the answer.',
      seen: [MFA],
    },
  ],
  console: [{ setting: 'redirect-uris', name: REDIRECTS, seen: [CALLBACKS] }],
  logs: {
    headers: ['x-auth0-requestid'],
    place: 'Monitoring > Logs in the Auth0 dashboard, by tracking id',
    seen: [ERROR_PAGES],
  },
});
