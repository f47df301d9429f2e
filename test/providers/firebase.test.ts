import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('firebase', {
  url: 'https://securetoken.googleapis.com/v1/token',
  errors: [
    {
      about: 'session-cookie',
      text: 'Unable to process request due to missing initial state. This may happen if browser sessionStorage is inaccessible or accidentally cleared.',
      unlike: 'Unable to process request.',
    },
    { about: 'grant', text: 'message TOKEN_EXPIRED', unlike: 'message EXPIRED' },
    { about: 'user', text: 'message USER_DISABLED', unlike: 'message USER' },
    { about: 'policy', text: 'message OPERATION_NOT_ALLOWED', unlike: 'message OPERATION' },
    { about: 'upstream', text: 'message INVALID_IDP_RESPONSE : Failed', unlike: 'message INVALID' },
    {
      about: 'client-unknown',
      text: 'message API key not valid. Please pass a valid API key.',
      unlike: 'message API key valid',
    },
    {
      about: 'origin',
      text: 'This domain is not authorized for OAuth operations for your Firebase project.',
      unlike: 'This domain is for sale',
    },
  ],
});
