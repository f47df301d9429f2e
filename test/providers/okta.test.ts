import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('okta', {
  url: 'https://tenant.okta.com/oauth2/v1/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
    },
    { about: 'client-unknown', text: "Invalid value for 'client_id' parameter." },
    { about: 'policy', text: 'User is not assigned to the client application.' },
    {
      about: 'policy',
      text: 'Policy evaluation failed for this request, please check the policy configurations.',
    },
  ],
});
