import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('tiktok', {
  url: 'https://www.tiktok.com/v2/auth/authorize/',
  requests: [
    {
      url: 'https://www.tiktok.com/v2/auth/authorize/?client_key=aw1&response_type=code&scope=user.info.basic&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { client_id: 'aw1' },
    },
  ],
});
