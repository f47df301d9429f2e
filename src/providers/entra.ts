import { defineProvider } from './registry/provider.ts';

const REDIRECTS = 'App registrations > Authentication';
const SECRETS = 'App registrations > Certificates & secrets';
const CODES = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  when: '2026-11',
} as const;
const PAGES = { where: 'test/checks/error-page/error-page-policy.http', when: '2026-11' } as const;
const TRAFFIC = { where: 'test/traffic/healthy-entra.test.ts', when: '2026-11' } as const;

const SCOPES = {
  where: 'https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc',
  when: '2026-11',
} as const;
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
      '*.ciamlogin.com',
      'graph.microsoft.com',
      'graph.microsoft.us',
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
      seen: [SIGNATURES],
    },
  ],
  deviations: [
    { kind: 'issuer-elsewhere', seen: [METADATA] },
    { kind: 'no-resource-indicator', seen: [RESOURCE] },
  ],
  oneResource: { ofBareScopes: 'https://graph.microsoft.com', seen: [SCOPES] },
  errors: [
    {
      // Other codes may follow this one in the same text, so it is last.
      about: 'client-authentication',
      anywhere: true,
      pattern: /AADSTS70002(?!\d)/,
      means: 'the client secret does not match',
      fix: `Copy the Value of a secret in ${SECRETS}; create a new one if it is gone or has expired.`,
      owner: 'registration',
      seen: [CODES],
    },
    {
      about: 'other',
      anywhere: true,
      pattern: /AADSTS(\d{4,8})/,
      means: 'Entra reports its own error {1}',
      fix: 'Do what the text after AADSTS{1} says; https://login.microsoftonline.com/error?code={1} has more about it.',
      seen: [CODES],
    },
  ],
  pageMessage: {
    pattern: /"strServiceExceptionMessage":"((?:[^"\\]|\\.){1,1000})"/,
    seen: [PAGES],
  },
  console: [
    {
      setting: 'token-issuer',
      name: 'requestedAccessTokenVersion in the Manifest of the API: 2 for tokens of login.microsoftonline.com/…/v2.0, 1 for those of sts.windows.net',
      seen: [APIS],
    },
    { setting: 'redirect-uris', name: REDIRECTS, seen: [CODES] },
    { setting: 'client', name: 'App registrations > Overview', seen: [CODES] },
    { setting: 'client-secret', name: SECRETS, seen: [CODES] },
    {
      setting: 'client-authentication',
      name: `${REDIRECTS} > Allow public client flows, and the platform of the redirect URI`,
      seen: [CODES],
    },
    { setting: 'grant-types', name: REDIRECTS, seen: [CODES] },
    {
      setting: 'scopes',
      name: 'App registrations > API permissions, and > Expose an API of the API',
      seen: [CODES],
    },
    {
      setting: 'origins',
      name: `${REDIRECTS} > platform Single-page application, with a redirect URI of the origin`,
      seen: [CODES],
    },
    {
      setting: 'logout-uris',
      name: `${REDIRECTS} > Front-channel logout URL, and the redirect URIs`,
      seen: [CODES],
    },
    {
      setting: 'refresh-token',
      name: 'Ask for the scope offline_access in the authorization request',
      seen: [METADATA],
    },
  ],
  apis: [
    {
      name: 'Microsoft Graph',
      audience:
        /^(?:(?:spn:)?00000003-0000-0000-c000-000000000000|https:\/\/(?:dod-)?graph\.microsoft\.(?:com|us)\/?)$/,
      anywhere: true,
      hosts: ['graph.microsoft.com', 'graph.microsoft.us', 'dod-graph.microsoft.us'],
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
