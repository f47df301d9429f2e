import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('discord', {
  url: 'https://discord.com/oauth2/authorize',
  requests: [
    {
      url: 'https://discord.com/oauth2/authorize?client_id=1&scope=bot',
      effective: { response_type: 'code' },
    },
  ],
});
