import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('keycloak', {
  url: 'https://sso.example.com/realms/demo/protocol/openid-connect/auth',
  errors: [
    { about: 'redirect-mismatch', text: 'Invalid parameter: redirect_uri' },
    { about: 'client-unknown', text: 'Client not found.' },
    { about: 'client-unknown', text: 'Login requester not enabled' },
    {
      about: 'session-cookie',
      text: 'Cookie not found. Please make sure cookies are enabled in your browser.',
    },
    { about: 'server-error', text: 'Unexpected error when authenticating with identity provider' },
    {
      about: 'other',
      text: 'This page is no longer valid, please go back to your application and sign in again',
    },
    { about: 'other', text: 'We are sorry...' },
  ],
});
