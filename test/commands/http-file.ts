/** A request as REST Client for VS Code reads it from a .http file. */
interface FileRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: string;
}

/**
 * Reads a .http file with one request, by the documentation of REST Client: `###` begins a request,
 * comments before it, a request line, headers up to the first blank line, then the body. Variables
 * are filled in everywhere. Throws on a variable without a value.
 */
export function readHttpFile(
  text: string,
  values: Readonly<Record<string, string>> = {},
): FileRequest {
  const parts = text.split(/^###.*$/m);
  if (parts.length !== 2 || parts[0] !== '') throw new Error('not one request');
  const filled = (parts[1] ?? '').replace(/\{\{(.*?)\}\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no variable ${name}`);
    return value;
  });
  const lines = filled.split('\n').slice(1);
  while (/^(?:#|\/\/)/.test(lines[0] ?? '')) lines.shift();
  const [method = '', url = ''] = (lines.shift() ?? '').split(' ');
  const blank = lines.indexOf('');
  const headers = blank < 0 ? lines : lines.slice(0, blank);
  const rest = blank < 0 ? [] : lines.slice(blank + 1);
  for (const line of rest) {
    if (/^<(?:@\w*)?\s/.test(line)) throw new Error('a file');
    if (/^\s*(?:#|\/\/|```|> )/.test(line)) throw new Error(`a line with a meaning: ${line}`);
  }
  const isMultipart = headers.some((line) => /^content-type: multipart/i.test(line));
  return { method, url, headers, body: rest.join(isMultipart ? '\r\n' : '\n') };
}
