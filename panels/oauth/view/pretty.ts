const LONGEST = 1_000_000;

/** JSON with line breaks; any other text, and JSON too long to be worth it, as it is. */
export function pretty(text: string): string {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** An HTTP message as it stood on the wire, or nearly: HTTP/2 has no such form. */
export function rawHead(
  first: string,
  headers: readonly { readonly name: string; readonly value: string }[],
): string {
  return [first, ...headers.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}
