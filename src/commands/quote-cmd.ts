import { storable, TREACHEROUS } from './treacherous.ts';

/** cmd reads at most this many characters of one line. */
export const MAX_CMD_LINE = 8_191;

/** Characters with a meaning for cmd. Each gets a caret, so cmd never is within quotes. */
const SPECIAL = /[()<>&|^"!%]/g;

/**
 * Why cmd cannot have that text in its line; null if it can. Its prompt takes a carriage return for
 * the end of the line and other control characters for keys.
 */
export function cmdProblem(text: string): string | null {
  const other = text.replaceAll('\t', '').replaceAll('\n', '');
  if (other.includes('\r')) return 'cmd cannot hold a carriage return.';
  return TREACHEROUS.test(other) ? 'cmd cannot hold control or format characters.' : null;
}

/**
 * Quotes an argument for a program of Windows behind the prompt of cmd: first for the program
 * (CommandLineToArgvW), then for cmd.
 */
export function quoteCmd(value: string): string {
  return escapeCmd(`"${escapeArgument(storable(value))}"`);
}

/** A backslash is itself, unless a quote follows. */
function escapeArgument(text: string): string {
  return text.replace(/(\\*)("|$)/g, (_all, slashes: string, quote: string) => {
    return slashes + slashes + (quote === '' ? '' : '\\"');
  });
}

/**
 * A caret after each percent sign ends the name of a variable that could begin there. A caret before
 * two line feeds is one line feed.
 */
function escapeCmd(text: string): string {
  const escaped = text.replace(SPECIAL, '^$&');
  return escaped
    .replace(/\^%(?!\^|$)/g, '^%^')
    .replaceAll('^%^\n', '^%\n')
    .replaceAll('\n', '^\n\n');
}
