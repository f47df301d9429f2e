import { defineProvider } from './registry/provider.ts';

const REDIRECTS = 'Sign-in redirect URIs';
const CASES = { where: 'test/providers/okta.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Okta',
  hosts: { names: ['*.okta.com', '*.oktapreview.com', '*.okta-emea.com'], seen: [CASES] },
  // Organisations may have their own domain.
  marks: [{ in: 'header', name: 'x-okta-request-id', seen: [CASES] }],
  responseModes: [
    {
      name: 'okta_post_message',
      like: 'web_message',
      seen: [{ where: 'test/traffic/response-modes.test.ts', when: '2026-11' }],
    },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /redirect_uri' parameter must be a Login redirect URI in the client app settings/i,
      means: 'redirect_uri is not among the sign-in redirect URIs of the application',
      fix: `Add the exact URI, with its case and slash, under ${REDIRECTS}.`,
      seen: [CASES],
    },
    {
      about: 'client-unknown',
      in: 'text',
      anywhere: true,
      pattern: /Invalid value for 'client_id' parameter/i,
      means: 'this org has no application with this client_id',
      fix: 'Compare client_id and the org in the URL with the application.',
      seen: [CASES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /User is not assigned to the client application/i,
      means: 'the user is not assigned to the application',
      fix: 'Assign the user or a group to the application.',
      seen: [CASES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /Policy evaluation failed for this request/i,
      means: 'no access policy of the authorization server allows this request',
      fix: 'Add a rule for this client, grant and these scopes under Security > API.',
      seen: [CASES],
    },
  ],
  console: [{ setting: 'redirect-uris', name: REDIRECTS, seen: [CASES] }],
  logs: {
    headers: ['x-okta-request-id'],
    place: 'Reports > System Log, by x-okta-request-id',
    seen: [CASES],
  },
});
