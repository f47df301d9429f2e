import { defineProvider } from './registry/provider.ts';

const LOST = {
  where: 'https://github.com/dotnet/aspnetcore/issues/8396',
  when: '2026-11',
} as const;
const STRICT = {
  where: 'https://github.com/aspnet/Security/issues/1839',
  when: '2026-11',
} as const;
const HANDLER = {
  where:
    'https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/OpenIdConnect/src/OpenIdConnectHandler.cs',
  when: '2026-11',
} as const;
const IDENTITY_MODEL = {
  where:
    'https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/blob/dev/src/Microsoft.IdentityModel.Protocols.OpenIdConnect/LogMessages.cs',
  when: '2026-11',
} as const;
const HTTP = {
  where: 'https://github.com/dotnet/aspnetcore/issues/3615',
  when: '2026-11',
} as const;

/** The client library of ASP.NET Core, whose error pages applications show at their callback. */
export default defineProvider({
  name: 'ASP.NET Core',
  marks: [{ in: 'markup', pattern: /\bMicrosoft\.AspNetCore\./, seen: [LOST] }],
  errors: [
    {
      about: 'callback',
      anywhere: true,
      pattern: /\bCorrelation failed\b/,
      means:
        'the cookie .AspNetCore.Correlation… that the application set before the login did not come back',
      fix: 'Start and end the login at one host over https; behind a proxy use UseForwardedHeaders, and set no cookie policy with SameSite=Strict.',
      owner: 'client',
      seen: [LOST, STRICT, HTTP],
    },
    {
      about: 'callback',
      anywhere: true,
      pattern: /\bUnable to unprotect the message\.State\b|The oauth state was missing or invalid/,
      means:
        'the application cannot read the state that it sent: it was changed, or another instance encrypted it',
      fix: 'Let all instances share the Data Protection keys and the application name, and let only one middleware answer the callback path.',
      owner: 'client',
      seen: [HANDLER],
    },
    {
      about: 'callback',
      anywhere: true,
      pattern: /\bIDX21323\b|\bRequireNonce is\b/,
      means: 'the cookie with the nonce of the login did not come back',
      fix: 'Start and end the login at one host over https, with a cookie that SameSite=None and Secure let come back with a POST.',
      owner: 'client',
      seen: [IDENTITY_MODEL],
    },
    {
      about: 'callback',
      anywhere: true,
      pattern: /\bIDX20803\b|\bIDX20804\b/,
      means: 'the server of the application cannot load the metadata of the authorization server',
      fix: 'Let the server of the application reach the metadata address: name, port, proxy and certificate.',
      owner: 'client',
      seen: [IDENTITY_MODEL],
    },
  ],
});
