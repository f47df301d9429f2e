const LONGEST = 1_000_000;

/** JSON with line breaks. Other text and very long JSON stay unchanged. */
export function pretty(text: string): string {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** An HTTP message as on the wire. HTTP/2 has no such form, so it is close to it. */
export function rawHead(
  first: string,
  headers: readonly { readonly name: string; readonly value: string }[],
): string {
  return [first, ...headers.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}
