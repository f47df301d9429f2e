import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('slack', {
  url: 'https://slack.com/oauth/v2/authorize',
  requests: [
    {
      url: 'https://tenant.slack.com/oauth/v2/authorize?client_id=1.2&scope=chat%3Awrite',
      effective: { response_type: 'code' },
    },
  ],
});
