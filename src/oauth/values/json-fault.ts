/** Where text stops being JSON. */
export interface JsonFault {
  /** Number of characters before it. */
  readonly at: number;
  /** What is wrong there, as the end of a sentence that begins with the place. */
  readonly what: string;
}

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma' | 'end';

const MISSING: Readonly<Record<Expected, string>> = {
  value: 'a value is missing',
  'value or ]': 'a value is missing',
  name: 'a name in double quotes is missing',
  'name or }': 'a name in double quotes is missing',
  colon: 'a ":" is missing',
  comma: 'a comma is missing',
  end: 'there is more text after the object',
};

/** The first fault in text that is no JSON (RFC 8259); null when it is JSON. */
export function jsonFault(text: string): JsonFault | null {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let before = '';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    if (at >= text.length)
      return expected === 'end' ? null : { at, what: 'the text ends too early' };
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0] ?? null;
    const next: Expected | null = token === null ? null : follow(token, expected, open);
    if (next === null) return { at, what: whatIsWrong(text, at, expected, before) };
    expected = next;
    before = token ?? '';
    at += before.length;
  }
}

/** What has to follow a token; null when the token may not stand here. Keeps the open brackets. */
function follow(token: string, expected: Expected, open: ('[' | '{')[]): Expected | null {
  const isValue = expected === 'value' || expected === 'value or ]';
  const isName = expected === 'name' || expected === 'name or }';
  const after = (): Expected => (open.length === 0 ? 'end' : 'comma');
  if (token === '{' || token === '[') {
    if (!isValue) return null;
    open.push(token);
    return token === '{' ? 'name or }' : 'value or ]';
  }
  if (token === '}' || token === ']') {
    const isFirst = expected === (token === '}' ? 'name or }' : 'value or ]');
    const closes = open.at(-1) === (token === '}' ? '{' : '[');
    if (!closes || !(isFirst || expected === 'comma')) return null;
    open.pop();
    return after();
  }
  if (token === ',') {
    if (expected !== 'comma') return null;
    return open.at(-1) === '{' ? 'name' : 'value';
  }
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (isName) return token.startsWith('"') ? 'colon' : null;
  return isValue ? after() : null;
}

function whatIsWrong(text: string, at: number, expected: Expected, before: string): string {
  const here = text[at] ?? '';
  if (before === ',' && (here === '}' || here === ']'))
    return 'there is a comma with nothing after it';
  if (here === "'") return 'there are single quotes, and JSON has double ones';
  if (here === '"' && (expected === 'value' || expected.startsWith('name'))) {
    return 'a string does not end, or has a character in it that has to be escaped';
  }
  if (/^(?:\/\/|\/\*|#)/.test(text.slice(at, at + 2))) return 'there is a comment';
  if (/^(?:undefined|NaN|Infinity|None|True|False)\b/.test(text.slice(at, at + 10))) {
    return 'there is a word that JSON does not know';
  }
  return MISSING[expected];
}
