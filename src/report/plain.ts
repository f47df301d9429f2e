/**
 * Control characters, direction overrides and characters without width. They change what a reader
 * sees.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Text from the network on one line. Characters that hide or act are written as `\u001b`. */
export function plain(text: string): string {
  return text.replace(/[\t\r\n ]+/g, ' ').replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** The text up to that many characters, with an ellipsis for the rest. */
export function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
