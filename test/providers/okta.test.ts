import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('okta', {
  url: 'https://tenant.okta.com/oauth2/v1/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
    },
    {
      about: 'client-unknown',
      text: "errorCode invalid_client\nerrorSummary Invalid value for 'client_id' parameter.",
    },
    {
      about: 'client-authentication',
      text: 'invalid_client: Client authentication failed. Either the client or the client credentials are invalid.',
      unlike: 'invalid_client: The client secret supplied for a confidential client is invalid.',
    },
    {
      about: 'grant',
      at: 'authorization_code',
      text: 'invalid_grant: The authorization code is invalid or has expired.',
      unlike: 'invalid_grant: The refresh token is invalid or expired.',
    },
    {
      about: 'scope',
      text: 'invalid_scope: One or more scopes are not configured for the authorization server resource.',
    },
    {
      about: 'user',
      text: 'login_required: The client specified not to prompt, but the user is not logged in.',
    },
    {
      about: 'policy',
      text: "invalid_request: 'subject_token' is invalid: the user is not assigned to the client application.",
      means: 'the user of the token is not assigned to the application that exchanges it',
    },
    { about: 'policy', text: 'access_denied: User is not assigned to the client application.' },
    {
      about: 'policy',
      text: 'access_denied: Policy evaluation failed for this request, please check the policy configurations.',
    },
  ],
});
