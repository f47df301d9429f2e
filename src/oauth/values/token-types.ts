const PREFIX = 'urn:ietf:params:oauth:token-type:';
const TYPES = new Set([
  'access_token',
  'refresh_token',
  'id_token',
  'saml1',
  'saml2',
  'jwt',
  // Identity Assertion JWT Authorization Grant, Transaction Tokens (drafts of the OAuth group)
  'id-jag',
  'txn_token',
]);

/** The last part of a token type of RFC 8693 section 3, such as `id_token`; null for all others. */
export function tokenTypeOf(uri: string | null | undefined): string | null {
  if (!uri?.startsWith(PREFIX)) return null;
  const type = uri.slice(PREFIX.length);
  return TYPES.has(type) ? type : null;
}

/** The registered token type that a value was meant to be; null when it may be another server's. */
export function meantTokenType(value: string): string | null {
  if (tokenTypeOf(value) !== null) return null;
  const last = value.slice(value.lastIndexOf(':') + 1).toLowerCase();
  const meant = [last, last.replaceAll('-', '_'), last.replaceAll('_', '-')].find((one) =>
    TYPES.has(one),
  );
  // A URI of another name space is a type that the server defines for itself.
  const isForeign = /^(?:https?|urn):/i.test(value) && !/^urn:(?:ietf|oauth|params)\b/i.test(value);
  return meant === undefined || isForeign ? null : PREFIX + meant;
}
