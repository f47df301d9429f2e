/** Letters of Latin, Greek and Cyrillic are before this. */
const LAST_CASED = 0x2000;
/** Letters in lower case, unless that would change the length of the text. */
export const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= LAST_CASED) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
});

/** The text in lower case, with the same length. */
export function folded(text: string): string {
  if (!/[^\0-\x7F]/.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z\u0080-\u1FFF]/g, (letter) =>
    String.fromCharCode(FOLDED[letter.charCodeAt(0)] ?? 0),
  );
}
