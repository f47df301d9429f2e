/** How many different characters a text has, as far as they are counted: up to `most`. */
export function distinctCharacters(text: string, most: number): number {
  const seen: number[] = [];
  for (let at = 0; at < text.length && seen.length < most; ) {
    const code = text.codePointAt(at) ?? 0;
    if (!seen.includes(code)) seen.push(code);
    at += code > 0xffff ? 2 : 1;
  }
  return seen.length;
}
