const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Percent-decodes text as UTF-8 (URL Standard section 1.3). Never throws: a `%` without two digits
 * stays, and bytes that are not UTF-8 become U+FFFD.
 */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // `URLSearchParams` of Node.js 20 loses characters beyond ASCII where a `%` has no digits.
    return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => UTF8.decode(bytesOf(run)));
  }
}

function bytesOf(run: string): Uint8Array {
  return Uint8Array.from({ length: run.length / 3 }, (_, index) =>
    Number.parseInt(run.slice(index * 3 + 1, index * 3 + 3), 16),
  );
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
