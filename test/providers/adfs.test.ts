import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('adfs', {
  url: 'https://sts.example.com/adfs/oauth2/authorize/',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "MSIS9224: Received invalid OAuth authorization request. The received 'redirect_uri' parameter is not a valid registered redirect URI for the client identifier: 'a1'.",
      unlike:
        "MSIS9223: Received invalid OAuth authorization request. The received 'client_id' is invalid as no registered client was found with this client identifier.",
    },
    {
      about: 'client-unknown',
      text: "MSIS9223: Received invalid OAuth authorization request. The received 'client_id' is invalid as no registered client was found with this client identifier.",
    },
    {
      about: 'grant-type',
      text: 'MSIS9605: The client is not allowed to access the requested resource.',
    },
    {
      about: 'target',
      text: "MSIS9602: The received 'resource' parameter is invalid. The authorization server can not find a registered resource with the specified identifier.",
    },
    {
      about: 'other',
      text: 'MSIS7042: The same client browser session has made too many requests.',
      means: 'AD FS reports its own error 7042',
    },
  ],
});
