import type { Grant } from '../oauth/values/grants.ts';

interface GrantWords {
  /** What it is called. */
  readonly word: string;
  /** What an attempt with it is called: "The login failed". */
  readonly attempt: string;
  /** For attempts that ask for no token: their title, before the name of the server. */
  readonly at?: string;
}

/** What every grant is called. */
export const GRANTS: Readonly<Record<Grant, GrantWords>> = {
  authorization_code: { word: 'authorization code', attempt: 'login' },
  implicit: { word: 'implicit', attempt: 'login' },
  hybrid: { word: 'hybrid', attempt: 'login' },
  refresh_token: { word: 'refresh token', attempt: 'refresh' },
  client_credentials: { word: 'client credentials', attempt: 'client credentials grant' },
  password: { word: 'password', attempt: 'password grant' },
  device_code: { word: 'device code', attempt: 'device login' },
  token_exchange: { word: 'token exchange', attempt: 'token exchange' },
  jwt_bearer: { word: 'JWT bearer', attempt: 'assertion grant' },
  saml_bearer: { word: 'SAML bearer', attempt: 'assertion grant' },
  ciba: { word: 'CIBA', attempt: 'backchannel login' },
  uma: { word: 'UMA', attempt: 'permission request' },
  logout: { word: 'logout', attempt: 'logout' },
  fedcm: { word: 'FedCM', attempt: 'FedCM login' },
  discovery: { word: 'discovery', attempt: 'discovery', at: 'Discovery at' },
  registration: { word: 'registration', attempt: 'registration', at: 'Registration at' },
  api_call: { word: 'API call', attempt: 'API call', at: 'API call to' },
  introspection: { word: 'introspection', attempt: 'introspection', at: 'Introspection at' },
  revocation: { word: 'revocation', attempt: 'revocation', at: 'Revocation at' },
  other: { word: 'unknown grant', attempt: 'grant' },
};

/** What a grant is called. */
export const grantWord = (grant: Grant): string => GRANTS[grant].word;

/** What an attempt to obtain tokens with this grant is called. */
export const attemptWord = (grant: Grant): string => GRANTS[grant].attempt;

/** Whether an attempt with this grant asks for no token. */
export const asksForNoToken = (grant: Grant): boolean => GRANTS[grant].at !== undefined;
