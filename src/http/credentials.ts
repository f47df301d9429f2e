const SCHEME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]+(?=\S)/;

/**
 * Splits credentials into the scheme (with the space behind it; empty when there is none) and the
 * rest (RFC 9110 section 11.4).
 */
export function splitCredentials(value: string): {
  readonly scheme: string;
  readonly credentials: string;
} {
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  return { scheme, credentials: value.slice(scheme.length) };
}
