const NAME = flags(/[\w.[\]$-]/);
const QUOTE = flags(/["'`*]/);
const LONGEST = 64;
const MAX_SPACES = 3;
const MAX_QUOTES = 2;

function flags(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    pattern.test(String.fromCharCode(code)) ? 1 : 0,
  );
}

/** The name that ends before a place in a text, behind quotes and spaces; empty when there is none. */
export function nameBefore(text: string, place: number): string {
  let end = place;
  while (end > 0 && place - end < MAX_SPACES && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  for (let quotes = 0; quotes < MAX_QUOTES && isQuote(text.charCodeAt(end - 1)); quotes += 1)
    end -= 1;
  let start = end;
  while (start > 0 && end - start < LONGEST && NAME[text.charCodeAt(start - 1)] === 1) start -= 1;
  return text.slice(start, end);
}

function isQuote(code: number): boolean {
  return QUOTE[code] === 1 || code === 0x201d || code === 0x2019;
}
