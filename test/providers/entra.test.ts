import { describeProvider } from '../helpers/provider-cases.ts';
import { clientCases } from './entra/entra-client-cases.ts';
import { grantCases } from './entra/entra-grant-cases.ts';
import { userCases } from './entra/entra-user-cases.ts';

describeProvider('entra', {
  url: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  errors: [
    ...clientCases,
    ...grantCases,
    ...userCases,
    {
      about: 'other',
      text: 'AADSTS165004: Actual message content is runtime specific.',
      means: 'Entra reports its own error 165004',
      unlike: 'AADSTS of a text without a number',
    },
  ],
});
