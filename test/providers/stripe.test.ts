import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('stripe', {
  url: 'https://connect.stripe.com/oauth/authorize',
  requests: [
    {
      url: 'https://connect.stripe.com/express/oauth/authorize?client_id=ca_1',
      effective: { response_type: 'code' },
    },
  ],
});
