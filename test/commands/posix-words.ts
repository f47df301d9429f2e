/**
 * Splits a command into its words by POSIX Shell Command Language sections 2.2 and 2.3, as far as a
 * copied command may use them. Throws on everything else: an operator, a glob, an open quote.
 */
export function posixWords(command: string, variables: Record<string, string> = {}): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let rest = command;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match;
  };
  while (rest !== '') {
    let match = take(/^(?: |\\\n)+/);
    if (match) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    word ??= '';
    match = take(/^'([^']*)'/) ?? take(/^\\([^\n])/) ?? take(/^([A-Za-z0-9@/._:=-]+)/);
    if (match) {
      word += match[1];
      continue;
    }
    match = take(/^"\$\(printf '((?:\\[0-7]{3})+)'\)"/);
    if (match) {
      const bytes = (match[1] ?? '').split('\\').slice(1);
      const text = Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 8));
      word += new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
      continue;
    }
    match = take(/^"\$\{([A-Z][A-Z0-9_]*):\?\}"/);
    const value = match && variables[match[1] ?? ''];
    if (typeof value !== 'string') throw new Error(`not a word: ${rest.slice(0, 40)}`);
    word += value;
  }
  if (word !== null) words.push(word);
  return words;
}

/** The command without the comment lines before it. */
export function withoutComments(command: string): string {
  return command.replace(/^(?:#.*\n)*/, '');
}
