import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://firebase.google.com/docs/reference/rest/auth',
  when: '2026-11',
} as const;
const REDIRECT = {
  where: 'https://firebase.google.com/docs/auth/web/redirect-best-practices',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Firebase Authentication',
  hosts: {
    names: ['securetoken.googleapis.com', 'identitytoolkit.googleapis.com'],
    seen: [SOURCE],
  },
  marks: [{ in: 'url', pattern: /\/__\/auth\/(?:handler|iframe)\b/, seen: [REDIRECT] }],
  errors: [
    {
      about: 'session-cookie',
      anywhere: true,
      pattern: /missing initial state\. This may happen if browser sessionStorage is inaccessible/i,
      means:
        'the helper page of Firebase lost its session storage, as browsers keep storage of third parties apart',
      fix: 'Serve /__/auth/ from the domain of the application and set authDomain to it, or use signInWithPopup.',
      owner: 'client',
      seen: [REDIRECT],
    },
    {
      about: 'grant',
      pattern: /\b(?:TOKEN_EXPIRED|INVALID_REFRESH_TOKEN)\b/,
      means:
        'the refresh token is no longer valid: the user was changed or deleted, or it is another project’s',
      fix: 'Send the user to the login again.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'user',
      pattern: /\b(?:USER_DISABLED|USER_NOT_FOUND)\b/,
      means: 'the account is disabled or was deleted',
      fix: 'Enable the account under Authentication > Users, or sign in with another.',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'policy',
      pattern: /\bOPERATION_NOT_ALLOWED\b/,
      means: 'this way to sign in is not enabled in the project',
      fix: 'Enable it under Authentication > Sign-in method.',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'upstream',
      pattern: /\bINVALID_IDP_RESPONSE\b/,
      means: 'the answer of the other provider could not be used',
      fix: 'Compare client ID and secret of that provider under Authentication > Sign-in method.',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      pattern: /API key not valid/i,
      means: 'the API key is not one of this project',
      fix: 'Copy apiKey of the web application from the project settings.',
      seen: [SOURCE],
    },
    {
      about: 'origin',
      pattern: /\bunauthorized[- ]domain\b|domain is not authorized for OAuth operations/i,
      means: 'the domain of the page is not authorised',
      fix: 'Add it under Authentication > Settings > Authorized domains.',
      seen: [SOURCE],
    },
  ],
  console: [
    { setting: 'origins', name: 'Authentication > Settings > Authorized domains', seen: [SOURCE] },
  ],
});
