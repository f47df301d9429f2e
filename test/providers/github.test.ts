import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('github', {
  url: 'https://github.com/login/oauth/authorize',
  requests: [
    {
      url: 'https://github.com/login/oauth/authorize?client_id=Iv1.0',
      effective: { response_type: 'code', client_id: 'Iv1.0' },
    },
  ],
});
