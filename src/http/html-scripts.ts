const OPEN = /<script(?=[\s/>])[^<>]{0,2000}>/gi;
const CLOSE = /<\/script(?=[\s/>])/gi;
const MAX_PAGE = 256 * 1024;
const MAX_TEXT = 64 * 1024;

/**
 * Reads the text inside the `script` elements of a page without running it, in linear time: at most
 * 64 KiB from the first 256 KiB of the page.
 */
export function scriptText(html: string): string {
  const page = html.slice(0, MAX_PAGE);
  const parts: string[] = [];
  let length = 0;
  OPEN.lastIndex = 0;
  for (let open = OPEN.exec(page); open && length < MAX_TEXT; open = OPEN.exec(page)) {
    const start = open.index + open[0].length;
    CLOSE.lastIndex = start;
    const end = CLOSE.exec(page)?.index ?? page.length;
    parts.push(page.slice(start, Math.min(end, start + MAX_TEXT - length)));
    length += end - start;
    OPEN.lastIndex = end;
  }
  return parts.join('\n');
}

const ESCAPE = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([\s\S]))/g;
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** ECMAScript, "String Literals": decodes the escapes of the text between the quotes. */
export function unescapeScript(text: string): string {
  return text.replace(ESCAPE, (_, braced, four, two, plain) => {
    const code = braced ?? four ?? two;
    if (code === undefined) return CONTROL[plain] ?? plain;
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff ? '' : String.fromCodePoint(point);
  });
}
