import { describeProvider } from '../helpers/provider-cases.ts';

const API = { at: 'api-call', url: 'https://api.github.com/user' } as const;

describeProvider('github', {
  url: 'https://github.com/login/oauth/access_token',
  errors: [
    {
      about: 'grant',
      text: 'bad_verification_code: The code passed is incorrect or expired.',
      unlike: 'incorrect_device_code: The device_code provided is not valid.',
    },
    {
      about: 'client-authentication',
      text: 'incorrect_client_credentials: The client_id and/or client_secret passed are incorrect.',
    },
    {
      about: 'redirect-mismatch',
      text: 'redirect_uri_mismatch: The redirect_uri MUST match the registered callback URL for this application.',
    },
    { about: 'user', text: 'unverified_user_email: The user must have a verified primary email.' },
    {
      about: 'grant',
      text: 'bad_refresh_token: The refresh token passed is incorrect or expired.',
    },
    {
      about: 'grant-type',
      text: 'device_flow_disabled: Device Flow must be explicitly enabled for this App',
    },
    { about: 'grant', text: 'incorrect_device_code: The device_code provided is not valid.' },
    {
      about: 'client-unknown',
      text: 'application_suspended: Your application has been suspended. Contact support@github.com.',
    },
    {
      ...API,
      about: 'policy',
      text: 'message Although you appear to have the correct authorization credentials, the `acme` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited.',
    },
    {
      ...API,
      about: 'scope',
      text: 'message Resource not accessible by integration',
      unlike: 'message Not Found',
    },
    {
      ...API,
      about: 'token',
      text: 'message Bad credentials',
      unlike: 'message Requires authentication',
    },
  ],
  requests: [
    {
      url: 'https://github.com/login/oauth/authorize?client_id=Iv1.8a61f9b3a7aba766',
      effective: { response_type: 'code', client_id: 'Iv1.8a61f9b3a7aba766' },
    },
  ],
});
