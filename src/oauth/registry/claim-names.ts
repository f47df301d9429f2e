import type { Secrecy } from './secrecy-class.ts';

/** Claims, members and vendor parameters that need no explanation in the panel, by their class. */
const NAMES: Readonly<Partial<Record<Secrecy, string>>> = {
  'one-time': 'pre-authorized_code tx_code csrf _csrf xsrf',
  // A hash of a token can confirm a guess (OpenID Connect Core section 3.1.3.6).
  traceable: 'at_hash c_hash s_hash ath uti rh origin_jti',
  personal:
    'middle_name gender website profile ipaddr client_ip ip_address login winaccountname onprem_sid puid uid userid ' +
    'cognito:username user_name mail upn display_name displayname full_name fullname firstname first_name lastname ' +
    'last_name mobile mobile_phone street_address postal_code formatted device_id deviceid',
  // These names sound like tokens and logins, but their values are harmless.
  public:
    'authuser auth0_client auth0client authnmethodsreferences authenticationinstant oauth_timestamp',
  identifier: 'oauth_consumer_key oauth_callback',
};

/** The class of each of those names. */
export const CLAIM_NAMES: ReadonlyMap<string, Secrecy> = new Map(
  Object.entries(NAMES).flatMap(([secrecy, names]) =>
    names.split(' ').map((name) => [name, secrecy as Secrecy] as const),
  ),
);
