const MAX_QUOTE = 160;

/** A value as it stands in a sentence: in quotes, without control characters, cut when it is long. */
export function quote(value: string, max: number = MAX_QUOTE): string {
  const plain = value.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
  return plain.length > max ? `"${plain.slice(0, max)}…"` : `"${plain}"`;
}
