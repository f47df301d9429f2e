import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('stripe', {
  url: 'https://connect.stripe.com/oauth/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "Invalid redirect URI 'https://app.example.com/cb'. Ensure this uri exactly matches one of the uris specified in your application settings.",
      unlike: 'Invalid amount',
    },
    {
      about: 'grant',
      text: 'invalid_grant: This authorization code has already been used. All tokens issued with this code have been revoked.',
      unlike: 'This card has already been used.',
    },
    {
      about: 'grant',
      text: 'invalid_grant: Authorization code does not exist: ac_123',
      unlike: 'Customer does not exist',
    },
    {
      about: 'grant',
      text: 'invalid_grant: Refresh token does not exist: rt_123',
      unlike: 'Charge does not exist',
    },
  ],
  requests: [
    {
      url: 'https://connect.stripe.com/express/oauth/authorize?client_id=ca_1',
      effective: { response_type: 'code' },
    },
  ],
});
