import { storable, TREACHEROUS } from './treacherous.ts';

const encoder = new TextEncoder();

const RUN = new RegExp(`${TREACHEROUS.source}+`, 'g');
const RUN_OR_HISTORY = new RegExp(`(?:${TREACHEROUS.source}|[!^])+`, 'g');

/**
 * Quotes text as one word that bash, dash, zsh and ksh read as exactly this text (POSIX Shell
 * Command Language section 2.2.2). Characters that are dangerous to paste are written in octal.
 * NUL, which no argument can hold, and unpaired surrogates become U+FFFD. `multiline` says that the
 * word has several lines.
 */
export function quotePosix(value: string, multiline: boolean = value.includes('\n')): string {
  const text = storable(value);
  let quoted = '';
  let at = 0;
  for (const match of text.matchAll(runs(multiline))) {
    quoted += singleQuoted(text.slice(at, match.index));
    quoted += `"$(printf '${octal(match[0], '\\')}')"`;
    at = match.index + match[0].length;
  }
  return quoted + singleQuoted(text.slice(at)) || "''";
}

/** Quotes an argument of `printf '%b'` (XCU printf), which needs no process for each escape. */
export function quotePrintf(value: string, multiline: boolean = value.includes('\n')): string {
  const text = storable(value).replaceAll('\\', '\\\\');
  return singleQuoted(text.replace(runs(multiline), (run) => octal(run, '\\0'))) || "''";
}

/** Number of command substitutions that `quotePosix` needs for that text. */
export function countEscapes(value: string): number {
  return storable(value).match(runs(value.includes('\n')))?.length ?? 0;
}

/**
 * The characters to escape. In text of several lines, interactive bash expands `^` at the start of
 * a line within quotes. Old versions expand `!` as well.
 */
function runs(multiline: boolean): RegExp {
  return multiline ? RUN_OR_HISTORY : RUN;
}

function singleQuoted(text: string): string {
  return text === '' ? '' : `'${text.replaceAll("'", "'\\''")}'`;
}

function octal(text: string, prefix: string): string {
  const bytes = text.length === 1 && text < '\u0080' ? [text.charCodeAt(0)] : encoder.encode(text);
  return Array.from(bytes, (byte) => prefix + byte.toString(8).padStart(3, '0')).join('');
}
