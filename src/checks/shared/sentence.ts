const MAX_QUOTE = 160;

/** A value as it stands in a sentence: quoted, control characters out, long ones cut. */
export function quote(value: string, max: number = MAX_QUOTE): string {
  const plain = value.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
  return plain.length > max ? `"${plain.slice(0, max)}…"` : `"${plain}"`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A length of time as a person says it. */
export function span(milliseconds: number): string {
  const value = Math.abs(milliseconds);
  if (value < 1_000) return `${Math.round(value)} ms`;
  const seconds = Math.round(value / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

/** A moment in UTC, to the second; the number itself when it is no date. */
export function moment(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? String(milliseconds)
    : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
