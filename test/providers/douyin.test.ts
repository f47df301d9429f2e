import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('douyin', {
  url: 'https://open.douyin.com/platform/oauth/connect',
  requests: [
    {
      url: 'https://open.douyin.com/platform/oauth/connect/?client_key=aw1&response_type=code&scope=user_info&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { client_id: 'aw1' },
    },
  ],
});
