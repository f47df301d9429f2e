import type { ErrorCase } from '../../helpers/provider-cases.ts';

/** Errors about what is handed in and what is asked for. */
export const grantCases: readonly ErrorCase[] = [
  { about: 'grant', text: 'AADSTS54005: OAuth2 Authorization code was already redeemed.' },
  {
    about: 'grant',
    at: 'authorization_code',
    text: 'AADSTS70008: The provided authorization code or refresh token has expired due to inactivity.',
    means: 'the authorization code has expired',
  },
  {
    about: 'grant',
    at: 'refresh_token',
    text: 'AADSTS70008: The provided authorization code or refresh token has expired due to inactivity.',
    means: 'the refresh token has expired, because nobody used it for too long',
  },
  {
    about: 'grant',
    text: 'AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended.',
    unlike: 'AADSTS700082: The refresh token has expired due to inactivity.',
  },
  {
    about: 'grant',
    text: 'AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by Conditional Access.',
  },
  {
    about: 'grant',
    text: 'AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  },
  {
    about: 'grant',
    text: 'AADSTS70000: The provided value for the input parameter is not valid.',
  },
  {
    about: 'grant',
    text: 'AADSTS700005: Provided Authorization Code is intended to use against other tenant, thus rejected.',
  },
  {
    about: 'grant',
    text: "AADSTS500131: Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was 'api://Api' and the expected audience is 'a1'.",
    unlike: 'AADSTS500133: Assertion is not within its valid time range.',
  },
  { about: 'grant', text: 'AADSTS500133: Assertion is not within its valid time range.' },
  {
    about: 'grant-type',
    text: "AADSTS7000114: Application 'a1' is not allowed to make application on-behalf-of calls.",
  },
  {
    about: 'scope',
    text: 'AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource.',
    unlike:
      'AADSTS28002: Provided value for the input parameter scope is not valid when requesting an access token.',
  },
  {
    about: 'scope',
    text: "AADSTS650053: The application 'app' asked for scope 'mcp.read' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.",
    unlike: 'AADSTS65005: The application asked for a scope.',
  },
  {
    about: 'scope',
    text: "AADSTS70011: The provided request must include a 'scope' input parameter. The scope opened profile is not valid.",
  },
  {
    about: 'target',
    text: "AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes.",
    unlike: "AADSTS901002: The 'resource' request parameter is not supported.",
  },
  {
    about: 'target',
    text: "AADSTS901002: The 'resource' request parameter is not supported.",
    unlike: 'AADSTS90100: The nonce parameter is empty or not valid.',
  },
  {
    about: 'target',
    text: 'AADSTS500011: The resource principal named api://a1 was not found in the tenant named Contoso.',
  },
  {
    about: 'target',
    text: "AADSTS90009: Application 'a1'(app) is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.",
  },
  {
    about: 'grant-type',
    text: "AADSTS700054: response_type 'id_token' is not enabled for the application.",
  },
  { about: 'grant-type', text: 'AADSTS70003: The app requested an unsupported grant type.' },
  {
    about: 'request',
    text: "AADSTS70007: 'query' is not a supported value of 'response_mode' when requesting a token.",
  },
  {
    about: 'request',
    text: "AADSTS900144: The request body must contain the following parameter: 'grant_type'.",
    means: 'the body has no parameter grant_type that the server can read',
  },
  {
    about: 'request',
    text: "AADSTS90014: The required field 'code' is missing from the credential.",
  },
  {
    about: 'request',
    text: 'AADSTS900561: The endpoint only accepts POST requests. Received a GET request.',
  },
  {
    about: 'request',
    text: 'AADSTS500201: We are unable to issue tokens from this API version for a Microsoft account.',
  },
  { about: 'request', text: 'AADSTS90015: The query string is too long.' },
  { about: 'request', text: 'AADSTS9002313: Invalid request. Request is malformed or invalid.' },
  {
    about: 'rate-limit',
    text: 'AADSTS50196: The server terminated an operation because it encountered a client request loop.',
  },
  { about: 'rate-limit', text: 'AADSTS90055: There are too many incoming requests.' },
  { about: 'grant', text: 'AADSTS70019: Verification code expired.' },
];
