/** Control characters, direction overrides and what takes no room: they change what a reader sees. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Text from the network on one line, with everything that hides or acts written out as `\u001b`. */
export function plain(text: string): string {
  return text.replace(/[\t\r\n ]+/g, ' ').replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** At most so many characters, with an ellipsis when some are left out. */
export function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
