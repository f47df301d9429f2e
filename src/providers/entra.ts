import { defineProvider } from './registry/provider.ts';

const REDIRECTS = 'App registrations > Authentication';
const CODES = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  when: '2026-11',
} as const;
const PASSWORD_RESET = {
  where: 'https://learn.microsoft.com/en-us/azure/active-directory-b2c/add-password-reset-policy',
  when: '2026-11',
} as const;
const PAGES = { where: 'test/checks/error-page/error-page-policy.http', when: '2026-11' } as const;
const TRAFFIC = { where: 'test/traffic/healthy-entra.test.ts', when: '2026-11' } as const;

const KEYS = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/signing-key-rollover',
  when: '2026-11',
} as const;
const SIGNATURES = {
  where:
    'https://learn.microsoft.com/en-us/troubleshoot/entra/entra-id/app-integration/troubleshooting-signature-validation-errors',
  when: '2026-11',
} as const;
const METADATA = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc',
  when: '2026-11',
} as const;
const APIS = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
  when: '2026-11',
} as const;

const RESOURCE = {
  where: 'https://github.com/punkpeye/mcp-remote/issues/217',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Microsoft Entra ID',
  hosts: {
    names: [
      'login.microsoftonline.com',
      'login.microsoftonline.us',
      'login.partner.microsoftonline.cn',
      'login.windows.net',
      'sts.windows.net',
      '*.b2clogin.com',
      '*.ciamlogin.com',
    ],
    seen: [CODES, TRAFFIC],
  },
  issuers: [
    {
      kind: 'keys-at',
      issuers:
        /^https:\/\/(?:login\.microsoftonline\.com|sts\.windows\.net)\/([\w-]+)(?:\/v2\.0|\/)$/,
      urls: [
        'https://login.microsoftonline.com/{}/discovery/v2.0/keys',
        'https://login.microsoftonline.com/{}/discovery/keys',
        'https://login.microsoftonline.com/common/discovery/v2.0/keys',
        'https://login.microsoftonline.com/common/discovery/keys',
        'https://login.microsoftonline.com/organizations/discovery/v2.0/keys',
      ],
      seen: [KEYS],
    },
    {
      kind: 'beside-endpoints',
      endpoints: '/oauth2/v2.0/',
      suffix: '/v2.0',
      seen: [{ where: 'test/oauth/documents/well-known.test.ts', when: '2026-11' }],
    },
    {
      kind: 'seals-tokens',
      issuers: /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us))\//,
      member: 'nonce',
      owner: 'Microsoft Graph',
      instead: 'scope=api://{client_id of the API}/{scope}, added under Expose an API',
      seen: [SIGNATURES],
    },
    {
      // Policies of Entra External ID share their keys.
      kind: 'shares-keys',
      claim: 'tfp',
      seen: [{ where: 'test/checks/id-token/id-token-iss-mismatch.http', when: '2026-11' }],
    },
  ],
  deviations: [
    { kind: 'issuer-elsewhere', seen: [METADATA] },
    { kind: 'no-resource-indicator', seen: [RESOURCE] },
  ],
  errors: [
    {
      about: 'target',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS(?:901002|9010010)(?!\d)/,
      means: 'resource is not the API that the scopes belong to',
      fix: 'Send no resource and let the scope name the API (api://…/scope), or set the Application ID URI in App registrations > Expose an API to the URL that clients send as resource, and ask for its scopes.',
      seen: [RESOURCE],
    },
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS(?:50011|500113|900971|70004)(?!\d)/,
      means: 'redirect_uri is not among the redirect URIs of the application',
      fix: `Add the exact URI in ${REDIRECTS}, under the right platform (Web, Single-page application, Mobile).`,
      seen: [CODES],
    },
    {
      about: 'client-unknown',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS(?:700016|700011|70001|7000112)(?!\d)/,
      means: 'this tenant has no such application, or it is disabled',
      fix: 'Compare the application (client) id and the tenant in the URL with the app registration.',
      seen: [CODES],
    },
    {
      about: 'step',
      in: 'text',
      anywhere: true,
      pattern: /AADB2C90118(?!\d)/,
      means: 'the user asked for a new password, which is another policy',
      fix: 'Start an authorization request with the password reset policy, or turn on self-service password reset in the sign-in policy.',
      owner: 'client',
      seen: [PASSWORD_RESET],
    },
    {
      about: 'step',
      in: 'text',
      anywhere: true,
      pattern: /AADB2C90091(?!\d)/,
      means: 'the user cancelled what the policy asked for',
      fix: 'Return the user to the page that they came from, and let them start again.',
      owner: 'client',
      seen: [PASSWORD_RESET],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS(?:90094|65001)(?!\d)/,
      means: 'the application needs a consent that was not given',
      fix: 'Have an administrator consent to the permissions, or let the user consent.',
      seen: [CODES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS50105(?!\d)/,
      means: 'the user is not assigned to the application',
      fix: 'Assign the user or a group under Enterprise applications > Users and groups.',
      seen: [CODES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS(?:53000|53001|53003|50097|135011)(?!\d)/,
      means: 'Conditional Access refuses this sign-in',
      fix: 'Ask an administrator to look the sign-in up in the Entra sign-in logs.',
      seen: [CODES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS(?:50020|50034|50057|50053)(?!\d)/,
      means: 'this account may not sign in to this tenant',
      fix: 'Use an account of this tenant, or invite and enable the account.',
      seen: [CODES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS(?:50194|9002346|9002332|650052|650056|90008)(?!\d)/,
      means: 'the application is not set up for this kind of account, tenant or API',
      fix: 'Compare the authority (/common, /organizations, /consumers, a tenant) and the API permissions with the app registration.',
      seen: [CODES],
    },
    {
      about: 'other',
      in: 'text',
      anywhere: true,
      pattern: /AADSTS\d{4,8}/,
      means: 'Entra reports an error with its own code',
      fix: 'Look the AADSTS code up at https://login.microsoftonline.com/error.',
      seen: [CODES],
    },
  ],
  pageMessage: {
    pattern: /"strServiceExceptionMessage":"((?:[^"\\]|\\.){1,1000})"/,
    seen: [PAGES],
  },
  console: [
    { setting: 'redirect-uris', name: REDIRECTS, seen: [CODES] },
    { setting: 'client', name: 'App registrations > Overview', seen: [CODES] },
  ],
  apis: [
    {
      name: 'Microsoft Graph',
      audience:
        /^(?:(?:spn:)?00000003-0000-0000-c000-000000000000|https:\/\/graph\.microsoft\.com\/?)$/,
      anywhere: true,
      hosts: ['graph.microsoft.com'],
      fix: 'Ask for a scope of your own API (api://…/…, under Expose an API) in a request without scopes of Graph; only Graph itself can verify its tokens.',
      seen: [APIS],
    },
  ],
  logs: {
    headers: ['x-ms-request-id', 'client-request-id', 'x-ms-correlation-request-id'],
    place: 'the Entra sign-in logs, by Correlation ID',
    seen: [
      CODES,
      { where: 'test/checks/error-page/error-page-correlation-id.http', when: '2026-11' },
    ],
  },
});
