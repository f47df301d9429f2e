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
