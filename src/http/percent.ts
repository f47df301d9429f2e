/**
 * Percent-decodes text as UTF-8 (URL Standard section 1.3). Never throws: a `%` without two digits
 * stays, and bytes that are not UTF-8 become U+FFFD.
 */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    const pair = new URLSearchParams(`v=${text.replaceAll('&', '%26').replaceAll('+', '%2B')}`);
    return pair.get('v') ?? text;
  }
}

/**
 * A URI whose percent-encoding is normalized: unreserved characters are not encoded, and hexadecimal
 * digits are in upper case (RFC 3986 section 6.2.2). Two spellings of one URI become equal.
 */
export function percentNormalized(uri: string): string {
  return uri.replace(/%[0-9A-Fa-f]{2}/g, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
  });
}
