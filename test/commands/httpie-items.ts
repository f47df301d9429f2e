/** A request as HTTPie reads it from its arguments. */
interface HttpieRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** The first separator in an item counts, the longest of those that begin there. */
const SEPARATOR = /:=@|==@|=@|:=|:@|==|[:;=@]/;

/** What `str.strip()` of Python removes. */
const BLANKS =
  '[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const ENDS = new RegExp(`^${BLANKS}|${BLANKS}$`, 'g');

/** Reads arguments of `http` by its documentation, "Request items" and "Raw request body". */
export function httpieRequest(args: readonly string[], input: Buffer | null): HttpieRequest {
  const rest = [...args];
  if (rest[0] === '--ignore-stdin') rest.shift();
  if (rest.shift() !== '--path-as-is') throw new Error('no --path-as-is');
  const [method = '', url = ''] = rest.splice(0, 2);
  let body = input ?? Buffer.alloc(0);
  const headers: string[] = [];
  while (rest.length > 0) {
    const item = rest.shift() ?? '';
    if (item.startsWith('--raw=')) body = Buffer.from(item.slice('--raw='.length), 'utf8');
    else headers.push(...header(item));
  }
  return { method, url, headers, body };
}

function header(item: string): readonly string[] {
  if (/\\[:;=@]/.test(item)) throw new Error('a backslash that is lost');
  const match = SEPARATOR.exec(item);
  const name = item.slice(0, match?.index).toLowerCase();
  const value = item.slice((match?.index ?? 0) + (match?.[0].length ?? 0)).replace(ENDS, '');
  if (match?.[0] === ';' && value === '') return [`${name}: `];
  if (match?.[0] !== ':') throw new Error(`not a header: ${item}`);
  return value === '' ? [] : [`${name}: ${value}`];
}
