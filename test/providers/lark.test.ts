import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('lark', {
  url: 'https://open.feishu.cn/open-apis/authen/v1/index',
  requests: [
    {
      url: 'https://accounts.feishu.cn/open-apis/authen/v1/authorize?app_id=cli_1&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { client_id: 'cli_1', response_type: 'code' },
    },
  ],
});
