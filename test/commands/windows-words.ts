/**
 * The arguments of a command line of Windows, by the rules of the C runtime ("Parsing C command-line
 * arguments", which CommandLineToArgvW shares but for `""` within quotes). Throws on such `""` and
 * on an open quote.
 */
export function windowsWords(line: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (/[ \t]/.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    let word = '';
    let quoted = false;
    while (at < line.length && (quoted || !/[ \t]/.test(line.charAt(at)))) {
      const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
      const isQuote = line.charAt(at + slashes) === '"';
      at += slashes;
      word += '\\'.repeat(isQuote ? Math.floor(slashes / 2) : slashes);
      if (isQuote) {
        if (slashes % 2 === 1) word += '"';
        else if (quoted && line.charAt(at + 1) === '"') throw new Error('two quotes within quotes');
        else quoted = !quoted;
        at += 1;
      } else if (at < line.length && (quoted || !/[ \t]/.test(line.charAt(at)))) {
        word += line.charAt(at);
        at += 1;
      }
    }
    if (quoted) throw new Error('open quote');
    words.push(word);
  }
  return words;
}
