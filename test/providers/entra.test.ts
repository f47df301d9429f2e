import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('entra', {
  url: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  errors: [
    { about: 'step', text: 'AADB2C90118: The user has forgotten their password.' },
    {
      about: 'step',
      text: 'AADB2C90091: The user has cancelled entering self-asserted information.',
    },
    { about: 'redirect-mismatch', text: 'AADSTS50011: The redirect URI does not match.' },
    { about: 'client-unknown', text: 'AADSTS700016: Application was not found in the directory.' },
    { about: 'policy', text: 'AADSTS65001: The user or administrator has not consented.' },
    { about: 'policy', text: 'AADSTS50105: The signed in user is not assigned to a role.' },
    {
      about: 'policy',
      text: 'AADSTS53003: Access has been blocked by Conditional Access policies.',
    },
    { about: 'policy', text: 'AADSTS50020: User account does not exist in tenant.' },
    {
      about: 'policy',
      text: 'AADSTS50194: Application is not configured as a multi-tenant application.',
    },
    {
      about: 'target',
      text: "AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes.",
    },
    {
      about: 'target',
      text: "AADSTS901002: The 'resource' request parameter is not supported.",
    },
    { about: 'other', text: 'AADSTS90002: Tenant not found.' },
  ],
});
