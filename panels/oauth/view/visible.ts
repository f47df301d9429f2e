const LINES = /[\t\n\r]/g;
// Controls, bidi overrides and isolates, zero-width and other invisible characters, and halves of
// surrogate pairs.
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu;

function codePoint(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${code}⟩`;
}

/** Text of one line with visible control characters and bidi overrides. */
export function visible(text: string): string {
  return visibleLines(text).replace(LINES, (character) =>
    character === '\t' ? '⇥' : character === '\n' ? '⏎' : '',
  );
}

/** The same for text of several lines. */
export function visibleLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSEEN, codePoint).replaceAll('\r', '⟨U+000D⟩');
}

/** The beginning of a text, not cut inside a surrogate pair. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
