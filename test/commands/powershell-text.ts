type Values = Readonly<Record<string, string>>;

const SINGLE = "'\u2018\u2019\u201A\u201B";
const DOUBLE = '"\u201C\u201D\u201E';

/**
 * Reads the string of PowerShell that begins there, by about_Quoting_Rules: typographic quotation
 * marks are quotation marks, two of a kind are one.
 */
export function powerShellString(text: string, start: number, values: Values) {
  const isSingle = SINGLE.includes(text.charAt(start));
  if (!isSingle && !DOUBLE.includes(text.charAt(start))) throw new Error('no string');
  const quotes = isSingle ? SINGLE : DOUBLE;
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quotes.includes(character)) {
      if (!quotes.includes(text.charAt(at + 1) || ' ')) return { value, end: at + 1 };
      at += 1;
      value += text.charAt(at);
    } else if (isSingle || !'`$'.includes(character)) value += character;
    else if (character === '`') {
      at += 1;
      value += { n: '\n', r: '\r', t: '\t', '0': '\0' }[text.charAt(at)] ?? text.charAt(at);
    } else {
      const inserted = variableAt(text.slice(at), values);
      value += inserted.value;
      at += inserted.length - 1;
    }
  }
  throw new Error('open string');
}

function variableAt(text: string, values: Values) {
  const match = /^\$\(\[char\]0x([0-9a-f]{4})\)|^\$\{(\w+)\}|^\$(\w+)/.exec(text);
  if (!match) throw new Error(`expansion ${text.slice(0, 20)}`);
  const name = match[2] ?? match[3];
  const value =
    name === undefined ? String.fromCharCode(Number.parseInt(match[1] ?? '', 16)) : values[name];
  if (value === undefined) throw new Error(`unknown variable ${name}`);
  return { value, length: match[0].length };
}

/** The words of one command, which may go on after a backtick at the end of a line. */
export function powerShellWords(command: string, values: Values): string[] {
  const words: string[] = [];
  for (let at = 0; at < command.length; ) {
    const rest = command.slice(at);
    const space = /^(?: |`\n)+/.exec(rest)?.[0];
    const bare = /^[A-Za-z-][\w.-]*(?=[ \n]|$)/.exec(rest)?.[0];
    if (space) at += space.length;
    else if (bare) {
      words.push(bare);
      at += bare.length;
    } else {
      const { value, end } = powerShellString(command, at, values);
      words.push(value);
      at = end;
    }
  }
  return words;
}
