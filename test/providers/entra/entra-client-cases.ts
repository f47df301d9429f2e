import type { ErrorCase } from '../../helpers/provider-cases.ts';

/** Errors about redirect URIs, secrets, PKCE and tenants. */
export const clientCases: readonly ErrorCase[] = [
  {
    about: 'request',
    text: "AADSTS500112: The reply address 'https://app.example.com/' does not match the reply address 'https://app.example.com' provided when requesting Authorization code.",
    unlike:
      "AADSTS50011: The reply address 'https://app.example.com/' does not match the reply addresses configured for the application: 'a1'.",
  },
  {
    about: 'redirect-mismatch',
    text: "AADSTS50011: The redirect URI 'https://app.example.com/cb' specified in the request does not match the redirect URIs configured for the application 'a1'.",
    unlike: 'AADSTS500119: Something else.',
  },
  {
    about: 'redirect-mismatch',
    text: 'AADSTS500113: No reply address is registered for the application.',
  },
  {
    about: 'client-unknown',
    text: "AADSTS7000112: Application 'a1'(app) is disabled.",
    unlike: 'AADSTS7000113: Something else.',
  },
  {
    about: 'client-unknown',
    text: "AADSTS700016: Application with identifier 'a1' was not found in the directory 'Contoso'.",
    unlike: 'AADSTS7000161: Something else.',
  },
  {
    about: 'client-authentication',
    text: "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app 'a1'.",
    unlike: 'AADSTS70002153: Something else.',
  },
  {
    about: 'client-authentication',
    text: "AADSTS7000222: The provided client secret keys for app 'a1' are expired. Visit the Azure portal to create new keys for your app.",
    unlike:
      'AADSTS70002: Error validating credentials. AADSTS70008: The provided refresh token has expired.',
  },
  {
    about: 'client-authentication',
    text: "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    unlike: "AADSTS900144: The request body must contain the following parameter: 'grant_type'.",
  },
  {
    about: 'client-authentication',
    text: "AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  {
    about: 'client-authentication',
    text: 'AADSTS700024: Client assertion is not within its valid time range. Current time: 2024-10-02T22:05:03.6755165Z, expiry time of assertion 2024-10-02T21:30:53.0000000Z.',
    unlike: 'AADSTS500133: Assertion is not within its valid time range.',
  },
  {
    about: 'client-authentication',
    text: 'AADSTS700027: Client assertion failed signature validation.',
    unlike: 'AADSTS900384: JWT token failed signature validation.',
  },
  {
    about: 'client-authentication',
    text: 'AADSTS50048: Subject mismatches Issuer claim in the client assertion.',
  },
  {
    about: 'client-authentication',
    text: "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:acme/app:ref:refs/heads/main'.",
  },
  {
    about: 'client-authentication',
    text: 'AADSTS70002: Error validating credentials. The specified client_secret does not match the expected value for this client.',
    unlike:
      'AADSTS70002: Error validating credentials. AADSTS50012: Client assertion contains an invalid signature.',
  },
  {
    about: 'request',
    text: "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: 'http://localhost:3000'.",
    unlike:
      'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
  {
    about: 'request',
    text: "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
  {
    about: 'pkce',
    text: 'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
  {
    about: 'pkce',
    text: 'AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    unlike: 'AADSTS501491: Invalid size of Code_Challenge parameter.',
  },
  { about: 'pkce', text: 'AADSTS50147: Invalid size of Code_Challenge parameter.' },
  {
    about: 'policy',
    text: "AADSTS50194: Application 'a1'(app) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications created after '10/15/2018'.",
  },
  {
    about: 'policy',
    text: "AADSTS90130: Application 'a1' (app) is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.",
  },
  {
    about: 'policy',
    text: "AADSTS9002346: Application 'a1'(app) is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.",
    unlike:
      "AADSTS9002332: Application 'a1'(app) is configured for use by Azure Active Directory users only. Please do not use the /consumers endpoint.",
  },
  {
    about: 'policy',
    text: "AADSTS9002332: Application 'a1'(app) is configured for use by Azure Active Directory users only. Please do not use the /consumers endpoint.",
  },
  { about: 'client-unknown', text: "AADSTS90002: Tenant 'contoso' not found." },
];
