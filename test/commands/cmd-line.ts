/** What the prompt of cmd runs: one command line, or the name of a variable that is missing. */
export type CmdResult = { readonly line: string } | { readonly missing: string };

/**
 * Reads a pasted text as cmd does at its prompt: percent signs first, line by line, then carets,
 * quotes and operators. Throws on an operator, a second command or an expanded variable.
 */
export function cmdLine(text: string, environment: Readonly<Record<string, string>>): CmdResult {
  let rest = text;
  for (let rem = /^rem [A-Za-z0-9 .,:_/-]*\n/.exec(rest); rem; ) {
    rest = rest.slice(rem[0].length);
    rem = /^rem [A-Za-z0-9 .,:_/-]*\n/.exec(rest);
  }
  const defined = new Set(
    ['PATH', 'HOME', ...Object.keys(environment)].map((name) => name.toUpperCase()),
  );
  for (const line of rest.split('\n')) {
    for (const [, name = ''] of line.matchAll(/%([^%\n]+)(?=%)/g)) {
      if (defined.has(name.replace(/:.*/s, '').toUpperCase())) throw new Error(`expands ${name}`);
    }
  }
  const test = /^if not defined (\w+) \(echo Set \w+ first\.\) else /;
  for (let match = test.exec(rest); match; match = test.exec(rest)) {
    const name = match[1] ?? '';
    if (!environment[name]) return { missing: name };
    rest = rest.slice(match[0].length);
  }
  return { line: withoutCarets(rest) };
}

function withoutCarets(text: string): string {
  let line = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') throw new Error('a second command');
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[&|<>()]/.test(character)) throw new Error(`operator ${character}`);
    if (character !== '^' || quoted) {
      line += character;
      continue;
    }
    at += 1;
    // A caret before the end of a line goes on in the next one, whose first character is text.
    if (text.charAt(at) === '\n') at += 1;
    line += text.charAt(at);
  }
  return line;
}
