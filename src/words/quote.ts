const MAX_QUOTE = 160;

/** A text of at most `max` characters, cut at the end of a word. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const end = cut.lastIndexOf(' ');
  // A single long value has no end of a word near the limit.
  return `${cut.slice(0, end > max / 2 ? end : cut.length).replace(/[\s,;:]+$/, '')}…`;
}

/** A value as it stands in a sentence: in quotes, without control characters, cut when it is long. */
export function quote(value: string, max: number = MAX_QUOTE): string {
  const plain = value.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
  return `"${shortened(plain, max)}"`;
}
