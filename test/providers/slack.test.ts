import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('slack', {
  url: 'https://slack.com/oauth/v2/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'redirect_uri did not match any configured URIs. Passed URI: https://app.example.com/cb',
      unlike: 'redirect_uri did match',
    },
    { about: 'redirect-mismatch', text: 'bad_redirect_uri', unlike: 'bad_redirect' },
    { about: 'client-authentication', text: 'bad_client_secret', unlike: 'bad_client' },
    { about: 'client-unknown', text: 'invalid_client_id', unlike: 'invalid_client' },
    { about: 'grant', text: 'code_already_used', unlike: 'already_used' },
    { about: 'grant', text: 'invalid_refresh_token', unlike: 'invalid_refresh' },
    { about: 'grant-type', text: 'invalid_grant_type', unlike: 'invalid_grant' },
    { about: 'request', text: 'oauth_authorization_url_mismatch', unlike: 'url_mismatch' },
    { about: 'scope', text: 'missing_scope\nneeded chat:write', unlike: 'missing_argument' },
    { about: 'token', text: 'token_revoked', unlike: 'token_type' },
  ],
  requests: [
    {
      url: 'https://tenant.slack.com/oauth/v2/authorize?client_id=1.2&scope=chat%3Awrite',
      effective: { response_type: 'code' },
    },
  ],
});
