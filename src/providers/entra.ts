import { inText, type Provider } from './provider.ts';

const entra: Provider = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  url: /^https:\/\/(?:login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|windows\.net)|sts\.windows\.net)\//i,
  signatures: inText(
    [
      'redirect-mismatch',
      /AADSTS(?:50011|500113|900971|70004)(?!\d)/,
      'redirect_uri is not among the redirect URIs of the application',
      'Add the exact URI in App registrations > Authentication, under the right platform (Web, Single-page application, Mobile).',
    ],
    [
      'client-unknown',
      /AADSTS(?:700016|700011|70001|7000112)(?!\d)/,
      'this tenant has no such application, or it is disabled',
      'Compare the application (client) id and the tenant in the URL with the app registration.',
    ],
    [
      'policy',
      /AADSTS(?:90094|65001)(?!\d)/,
      'the application needs a consent that was not given',
      'Have an administrator consent to the permissions, or let the user consent.',
    ],
    [
      'policy',
      /AADSTS50105(?!\d)/,
      'the user is not assigned to the application',
      'Assign the user or a group under Enterprise applications > Users and groups.',
    ],
    [
      'policy',
      /AADSTS(?:53000|53001|53003|50097|135011)(?!\d)/,
      'Conditional Access refuses this sign-in',
      'Ask an administrator to look the sign-in up in the Entra sign-in logs.',
    ],
    [
      'policy',
      /AADSTS(?:50020|50034|50057|50053)(?!\d)/,
      'this account may not sign in to this tenant',
      'Use an account of this tenant, or invite and enable the account.',
    ],
    [
      'policy',
      /AADSTS(?:50194|9002346|9002332|650052|650056|90008)(?!\d)/,
      'the application is not set up for this kind of account, tenant or API',
      'Compare the authority (/common, /organizations, /consumers, a tenant) and the API permissions with the app registration.',
    ],
    [
      'other',
      /AADSTS\d{4,8}/,
      'Entra reports an error with its own code',
      'Look the AADSTS code up at https://login.microsoftonline.com/error.',
    ],
  ),
  scriptMessage: /"strServiceExceptionMessage":"((?:[^"\\]|\\.){1,1000})"/,
  logs: 'the Entra sign-in logs, by Correlation ID',
};

export default entra;
