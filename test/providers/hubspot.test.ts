import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('hubspot', {
  url: 'https://app.hubspot.com/oauth/authorize',
  requests: [
    {
      url: 'https://app-eu1.hubspot.com/oauth/authorize?client_id=1&scope=oauth&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { response_type: 'code' },
    },
  ],
});
