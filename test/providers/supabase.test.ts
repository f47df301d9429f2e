import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('supabase', {
  url: 'https://project.supabase.co/auth/v1/authorize',
  errors: [
    { about: 'callback', text: 'error_code bad_oauth_state', unlike: 'error_code bad_state' },
    { about: 'pkce', text: 'error_code flow_state_not_found', unlike: 'error_code not_found' },
    { about: 'pkce', text: 'error_code bad_code_verifier', unlike: 'error_code bad_code' },
    {
      about: 'grant',
      text: 'error_code refresh_token_already_used',
      unlike: 'error_code already_used',
    },
    { about: 'grant', text: 'error_code session_not_found', unlike: 'error_code not_found' },
    {
      about: 'policy',
      text: 'error_code provider_disabled\nmsg Unsupported provider: provider is not enabled',
      unlike: 'error_code disabled',
    },
    { about: 'policy', text: 'error_code signup_disabled', unlike: 'error_code signup' },
    {
      about: 'user',
      text: 'error_code provider_email_needs_verification',
      unlike: 'error_code email',
    },
    { about: 'token', text: 'error_code bad_jwt', unlike: 'error_code jwt' },
    {
      about: 'client-unknown',
      text: 'error_code oauth_client_not_found',
      unlike: 'error_code client_found',
    },
  ],
  requests: [
    {
      url: 'https://project.supabase.co/auth/v1/authorize?provider=github&redirect_to=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { redirect_uri: 'https://app.example.com/cb' },
    },
  ],
});
