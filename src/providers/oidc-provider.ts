import { defineProvider } from './registry/provider.ts';

const CAPTURE = {
  where: 'test/captures/chromium/wrong-redirect-uri.har',
  when: '2026-11',
} as const;
const SOURCE = {
  where: 'https://github.com/panva/node-oidc-provider/blob/main/lib/helpers/errors.js',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'oidc-provider',
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /redirect_uri`? did not match any of the client.?s registered `?redirect_uris/i,
      means: 'redirect_uri is not among the registered redirect_uris of the client',
      fix: 'Add exactly this URI to redirect_uris of the client, or send one that is listed there.',
      seen: [SOURCE, CAPTURE],
    },
    {
      about: 'client-unknown',
      in: 'text',
      anywhere: true,
      pattern: /error_description: client is invalid|\bclient is invalid\b/i,
      means: 'the server has no client with this client_id',
      fix: 'Copy client_id from the registration again.',
      seen: [SOURCE, { where: 'test/captures/chromium/wrong-client.har', when: '2026-11' }],
    },
    {
      about: 'session-cookie',
      in: 'text',
      anywhere: true,
      pattern: /SessionNotFound|interaction session (?:id cookie )?not found/i,
      means: 'the cookie of the login interaction did not come back',
      fix: 'Start the login again, under one host name, with cookies allowed for the server.',
      seen: [SOURCE],
    },
    {
      about: 'other',
      in: 'text',
      anywhere: true,
      pattern: /oops! something went wrong/i,
      means: 'the server shows its error page',
      fix: 'Read error and error_description on the page.',
      seen: [CAPTURE],
    },
  ],
});
