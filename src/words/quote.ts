const MAX_QUOTE = 160;

/** A text of at most `max` characters, cut at the end of a word. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const end = cut.lastIndexOf(' ');
  // A single long value has no end of a word near the limit.
  return `${cut.slice(0, end > max / 2 ? end : cut.length).replace(/[\s,;:]+$/, '')}…`;
}

/** How far before the limit a space is looked for. */
const LONGEST_WORD = 40;

/** A value as it stands in a sentence: in quotes, without control characters, cut when it is long. */
export function quote(value: string, max: number = MAX_QUOTE): string {
  const plain = value.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
  return plain.length > max ? `"${cutAtWord(plain, max)}…"` : `"${plain}"`;
}

/** The beginning of a text, without a part of a word. A text without spaces is cut anywhere. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const space = text.lastIndexOf(' ', max);
  return text.slice(0, space > max - LONGEST_WORD && space > 0 ? space : max).trimEnd();
}

/** A phrase at the beginning of a sentence. */
export function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
