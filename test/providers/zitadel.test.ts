import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('zitadel', {
  url: 'https://instance.zitadel.cloud/oauth/v2/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'The requested redirect_uri is missing in the client configuration. If you have any questions, you may contact the administrator of the application.',
      unlike: 'The configuration is missing.',
    },
    {
      about: 'redirect-mismatch',
      text: "This client's redirect_uri is http and is not allowed.",
      unlike: 'http is not allowed.',
    },
    {
      about: 'redirect-mismatch',
      text: "This client's redirect_uri is using a custom schema and is not allowed.",
      unlike: 'A custom schema is used.',
    },
    {
      about: 'grant-type',
      text: 'The requested response type is missing in the client configuration.',
      unlike: 'The requested response is missing.',
    },
    {
      about: 'request',
      text: 'The scope of your request is missing. Please ensure some scopes are requested.',
      unlike: 'The scope of your work is missing.',
      means: 'scope of your request is missing',
    },
    {
      about: 'pkce',
      text: 'invalid_grant: invalid code_verifier',
      unlike: 'invalid_grant: invalid code',
    },
    {
      about: 'pkce',
      text: 'code_verifier unexpectedly provided',
      unlike: 'code_verifier provided',
    },
    {
      about: 'redirect-mismatch',
      text: 'redirect_uri does not correspond',
      unlike: 'redirect_uri corresponds',
    },
    {
      about: 'client-authentication',
      text: 'invalid client_id / client_secret',
      unlike: 'invalid client',
    },
    {
      about: 'client-authentication',
      text: 'client authentication must not use more than one method',
      unlike: 'client authentication must be used',
    },
    { about: 'client-unknown', text: 'Errors.App.NotFound', unlike: 'Errors.User.NotFound' },
  ],
});
