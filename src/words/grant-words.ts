import type { Grant } from '../oauth/values/grants.ts';

interface GrantWords {
  /** What it is called. */
  readonly word: string;
  /** What an attempt with it is called: "The login failed". */
  readonly attempt: string;
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
  other: { word: 'unknown grant', attempt: 'grant' },
};

/** What a grant is called. */
export const grantWord = (grant: Grant): string => GRANTS[grant].word;

/** What an attempt to obtain tokens with this grant is called. */
export const attemptWord = (grant: Grant): string => GRANTS[grant].attempt;
