const MAX_WORDS = 200;

/** The beginning of a page that a recorder made, without its tags. */
export function plainWords(html: string): string {
  return html
    .slice(0, 4_000)
    .replace(/<(?:style|script|title)\b[^>]*>[^<]*<\/\w+>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_WORDS);
}
