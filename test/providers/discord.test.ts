import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('discord', {
  url: 'https://discord.com/oauth2/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'Invalid OAuth2 redirect_uri',
      unlike: 'Invalid OAuth2 scope',
    },
    {
      about: 'grant',
      text: 'invalid_grant: Invalid "code" in request.',
      unlike: 'invalid_grant: Invalid code',
    },
  ],
  requests: [
    {
      url: 'https://discord.com/oauth2/authorize?client_id=1&scope=bot',
      effective: { response_type: 'code' },
    },
  ],
});
