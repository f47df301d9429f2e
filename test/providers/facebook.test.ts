import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('facebook', {
  url: 'https://www.facebook.com/dialog/oauth',
  requests: [
    {
      url: 'https://www.facebook.com/v19.0/dialog/oauth?client_id=1&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&response_type=token%2Csigned_request%2Cgraph_domain',
      effective: { response_type: 'token', redirect_uri: 'https://app.example.com/cb' },
    },
  ],
});
