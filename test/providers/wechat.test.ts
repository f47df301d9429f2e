import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('wechat', {
  url: 'https://open.weixin.qq.com/connect/qrconnect',
  requests: [
    {
      url: 'https://open.weixin.qq.com/connect/qrconnect?appid=wx1&response_type=code&scope=snsapi_login&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { client_id: 'wx1' },
    },
  ],
});
