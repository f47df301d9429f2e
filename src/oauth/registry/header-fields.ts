import type { Secrecy } from './secrecy-class.ts';

/** Header fields by their class (RFC 9110 section 11.6, RFC 6265bis, RFC 9449, RFC 7239). */
const FIELDS: Readonly<Partial<Record<Secrecy, string>>> = {
  secret:
    'authorization proxy-authorization cookie set-cookie set-cookie2 x-goog-iap-jwt-assertion',
  'one-time': 'dpop',
  traceable: 'dpop-nonce',
  personal:
    'from forwarded x-forwarded-for x-forwarded-user x-forwarded-email x-forwarded-preferred-username remote-user ' +
    'x-real-ip cf-connecting-ip true-client-ip x-fapi-customer-ip-address x-auth-request-user x-auth-request-email ' +
    'x-auth-request-preferred-username x-goog-authenticated-user-email x-goog-authenticated-user-id ' +
    'x-ms-client-principal-name x-ms-client-principal-id x-client-ip x-cluster-client-ip x-original-forwarded-for ' +
    'fastly-client-ip client-ip x-remote-user x-user x-username x-amzn-oidc-identity x-envoy-external-address ' +
    'x-appengine-user-ip x-authenticated-user x-webauth-user x-azure-clientip x-azure-socketip',
  public:
    'www-authenticate proxy-authenticate signature-input auth0-client location referer link origin',
};

/** The names sound like tokens and sessions, but the values are harmless. */
const PUBLIC = /^(?:access-control-|sec-|x-frame-|:)|request-?id|correlation|trace|rate-?limit/;

const HEADER_FIELDS: ReadonlyMap<string, Secrecy> = new Map(
  Object.entries(FIELDS).flatMap(([secrecy, names]) =>
    names.split(' ').map((name) => [name, secrecy as Secrecy] as const),
  ),
);

/** The class of a header field by its lower-cased name; null when the name is not listed. */
export function headerFieldSecrecy(name: string): Secrecy | null {
  return HEADER_FIELDS.get(name) ?? (PUBLIC.test(name) ? 'public' : null);
}
