import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where:
    'https://github.com/DuendeSoftware/products/blob/main/identity-server/src/IdentityServer/Validation/Default/AuthorizeRequestValidator.cs',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://docs.duendesoftware.com/identityserver/reference/models/client/',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Duende IdentityServer',
  marks: [
    { in: 'cookie', name: 'idsrv.session', seen: [DOCS] },
    { in: 'url', pattern: /\/home\/error\?errorId=/i, seen: [DOCS] },
    { in: 'url', pattern: /\/connect\/authorize\/callback\b/, seen: [DOCS] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /\bInvalid redirect_uri\b/i,
      means: 'redirect_uri is not among RedirectUris of the client',
      fix: 'Add exactly this URI to RedirectUris of the client.',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      pattern: /\bUnknown client or client not enabled\b/i,
      means: 'no client has this ClientId, or it is not enabled',
      fix: 'Compare client_id with ClientId of the clients of this environment, and set Enabled.',
      seen: [SOURCE],
    },
    {
      about: 'grant-type',
      pattern: /\bInvalid grant type for client\b/i,
      means: 'AllowedGrantTypes of the client do not fit the request',
      fix: 'Set AllowedGrantTypes of the client (GrantTypes.Code for a code).',
      owner: 'registration',
      seen: [SOURCE],
    },
    {
      about: 'grant-type',
      pattern: /\bClient not configured to receive access tokens via browser\b/i,
      means: 'the client may not get access tokens from the authorization endpoint',
      fix: 'Use response_type=code with PKCE.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'scope',
      pattern:
        /\b(?:Identity scopes requested, but openid scope is missing|Missing openid scope)\b/i,
      means: 'openid is missing from the scopes',
      fix: 'Ask for the scope openid.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'scope',
      pattern: /^(?:invalid_scope: )?Invalid scope$/im,
      means: 'a scope is unknown or not in AllowedScopes of the client',
      fix: 'Add the scope to AllowedScopes of the client, or do not ask for it.',
      owner: 'registration',
      seen: [SOURCE],
    },
    {
      about: 'request',
      pattern: /\bInvalid nonce\b/i,
      means: 'nonce is missing or too long',
      fix: 'Send a fresh nonce with the authorization request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      pattern: /\bInvalid prompt\b|\bUnsupported prompt mode\b/i,
      means: 'the server does not know this prompt',
      fix: 'Send a value of prompt that the server supports.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      pattern: /\bInvalid response_mode for response_type\b/i,
      means: 'response_mode does not fit the response type',
      fix: 'Send the response_mode that is usual for the response type, or none.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      pattern: /\b(?:Response type not supported|Missing response_type)\b/i,
      means: 'the server does not support this response type',
      fix: 'Send response_type=code.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      pattern: /\bInvalid JWT request\b/i,
      means: 'the request object could not be verified',
      fix: 'Compare signature, iss, aud and exp of the request object with the secrets or keys of the client.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'target',
      pattern: /\bInvalid resource indicator\b/i,
      means: 'resource names no API resource of the server',
      fix: 'Send the name of an API resource (ApiResources).',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      pattern: /Client requires DPoP and a DPoP header value was not provided/i,
      means: 'RequireDPoP is set for the client',
      fix: 'Send a DPoP proof with the request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      pattern: /DPoP proof token used on the token endpoint does not match/i,
      means: 'the proof is signed with another key than the one of the login',
      fix: 'Use one key for all proofs of a login.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      pattern:
        /\b(?:code challenge required|Transformed code verifier does not match code challenge)\b/i,
      means: 'PKCE is missing or does not match',
      fix: 'Send code_challenge with the request, and keep the code_verifier of each login until its code is redeemed.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'other',
      pattern: /Sorry, there was an error/i,
      means: 'the server shows its error page',
      fix: 'Search the log for the Request Id of the page.',
      seen: [SOURCE],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'RedirectUris of the client', seen: [DOCS] },
    { setting: 'logout-uris', name: 'PostLogoutRedirectUris of the client', seen: [DOCS] },
    { setting: 'origins', name: 'AllowedCorsOrigins of the client', seen: [DOCS] },
    { setting: 'client-secret', name: 'ClientSecrets of the client', seen: [DOCS] },
    { setting: 'grant-types', name: 'AllowedGrantTypes of the client', seen: [DOCS] },
    { setting: 'scopes', name: 'AllowedScopes of the client', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Set AllowOfflineAccess of the client, and ask for the scope offline_access',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'the log of the server, category Duende.IdentityServer, at level Debug',
    seen: [DOCS],
  },
});
