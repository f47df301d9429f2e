import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('posit-connect', {
  url: 'https://connect.example.com/__api__/v1/oauth/integrations/credentials',
  errors: [
    {
      about: 'request',
      text: 'No OAuth integrations have been associated with this content item.\ncode 219',
      unlike: 'No OAuth clients have been made.',
    },
    {
      about: 'user',
      text: 'No OAuth session found. Log in to the OAuth Integration before requesting credentials.',
      unlike: 'No session found.',
    },
    { about: 'grant', text: 'Invalid subject_token\ncode 215', unlike: 'Invalid subject' },
    {
      about: 'grant-type',
      text: 'OAuth integration 5f2c does not support Viewer auth flows',
      unlike: 'The browser does not support OAuth',
      means: 'the integration that is associated is of another type than Viewer',
    },
    {
      about: 'request',
      text: "Invalid requested_token_type. Expected 'urn:posit:connect:api-key'",
      unlike: 'Invalid requested page',
    },
  ],
});
