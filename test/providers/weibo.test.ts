import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('weibo', {
  url: 'https://api.weibo.com/oauth2/authorize',
  requests: [
    {
      url: 'https://api.weibo.com/oauth2/authorize?client_id=1&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { response_type: 'code' },
    },
  ],
});
