import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('alipay', {
  url: 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm',
  requests: [
    {
      url: 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm?app_id=2021&scope=auth_user&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: { client_id: '2021', response_type: 'code' },
    },
  ],
});
