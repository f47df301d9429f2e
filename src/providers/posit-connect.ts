import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where:
    'https://docs.posit.co/connect/admin/integrations/oauth-integrations/troubleshooting/index.html',
  when: '2026-11',
} as const;
const USER = {
  where: 'https://docs.posit.co/connect/user/oauth-integrations/index.html',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Posit Connect',
  marks: [
    { in: 'url', pattern: /\/__oauth__\/integrations\//, seen: [USER] },
    { in: 'url', pattern: /\/__api__\/v1\/oauth\/integrations\//, seen: [USER] },
  ],
  errors: [
    {
      about: 'request',
      anywhere: true,
      pattern: /No OAuth integrations have been associated with this content item/i,
      means: 'the content has no integration',
      fix: 'Associate an integration with the content: Content Settings > Access > Integrations > Add integration.',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'user',
      anywhere: true,
      pattern: /No OAuth session found/i,
      means: 'the viewer has not logged in to the integration',
      fix: 'Log in to the integration: in the modal that the content shows in the dashboard, or in the Access panel of its settings; a solo page (Open Solo) redirects to the login.',
      owner: 'user',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      pattern: /Invalid subject_token/i,
      means: 'the session token of the viewer (subject_token) has expired',
      fix: 'Reload the page of the content, which brings a fresh subject_token; read the token anew for each request and do not store it.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'grant-type',
      anywhere: true,
      pattern: /OAuth integration \S+ does not support ([\w ()]+?) auth flows/i,
      means: 'the integration that is associated is of another type than {1}',
      fix: 'Associate an integration of the type {1}, or ask for the credentials that this one gives.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      anywhere: true,
      pattern: /Invalid requested_token_type\. Expected/i,
      means: 'the content asks for another kind of credential than its integration gives',
      fix: 'Send the requested_token_type that the message names.',
      owner: 'client',
      seen: [SOURCE],
    },
  ],
  logs: {
    place: 'the log of Connect and the log of the content',
    seen: [SOURCE],
  },
});
