import type { Secrecy } from './secrecy-class.ts';

/** Claims, members and vendor parameters that need no explanation in the panel, by their class. */
const NAMES: Readonly<Partial<Record<Secrecy, string>>> = {
  secret:
    'pass jsessionid phpsessid sessid connection_string shared_access_signature security_answer cvv cvc samlart ' +
    'authorization proxy_authorization cookie sas',
  'one-time': 'pre-authorized_code tx_code csrf _csrf xsrf session_index',
  // A hash of a token can confirm a guess (OpenID Connect Core section 3.1.3.6).
  traceable: 'at_hash c_hash s_hash ath uti rh origin_jti in_response_to',
  personal:
    'middle_name gender website profile ipaddr client_ip ip_address login winaccountname onprem_sid puid uid userid ' +
    'cognito:username user_name mail upn display_name displayname full_name fullname firstname first_name lastname ' +
    'last_name mobile mobile_phone street_address postal_code formatted device_id deviceid ' +
    'msisdn ssn dob date_of_birth birth_date birthday cn surname maiden_name birthplace mails emails tel telephone fax ' +
    'street locality city zip zip_code postcode passport national_id tax_id nino iban pan cardholder card_number ' +
    'account_number samaccountname distinguished_name dn subject_id name_id attribute_value object_id objectid ip ' +
    'remote_addr principal salutation nationality latitude longitude fhir_user employee_id customer_id person_id',
  tenant: 'tid tenant tenant_id org_id organization_id directory_id',
  // These names sound like tokens, logins and people, but their values are harmless.
  public:
    'authuser auth0_client auth0client authnmethodsreferences authenticationinstant oauth_timestamp p policy ' +
    'kid x5t x5t#s256 x5c x5u alg enc typ kty crv use ver rev build build_id revision etag release commit ' +
    'timestamp error_code error_codes error_id error_number account_type user_type zoneinfo locale lang language ' +
    'email_verified phone_number_verified username_hint integrity user_agent',
  identifier: 'oauth_consumer_key oauth_callback',
};

/** The class of each of those names. */
export const CLAIM_NAMES: ReadonlyMap<string, Secrecy> = new Map(
  Object.entries(NAMES).flatMap(([secrecy, names]) =>
    names.split(' ').map((name) => [name, secrecy as Secrecy] as const),
  ),
);
