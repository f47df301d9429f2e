import { countEscapes, quotePosix, quotePrintf } from './quote-posix.ts';
import { fullText, merged, type Template } from './template.ts';

/** How a shell writes the parts of a command. */
export interface Shell {
  /**
   * One argument, with its variables. `multiline` says that the command has text of several lines,
   * in this argument or another one.
   */
  readonly word: (template: Template, multiline?: boolean) => string;
  /** The command with that text on its standard input, byte by byte. */
  readonly piped: (template: Template, command: string) => string;
  /** Whether an argument is so long or has so many escapes that it should be piped. */
  readonly prefersPipe: (template: Template) => boolean;
  /** One command of several options, an option a line. */
  readonly command: (options: readonly string[]) => string;
  /** A comment. The shell ignores it for any text. */
  readonly comment: (text: string) => string;
}

export type ShellName = 'posix';

/** Linux allows 128 KiB in one argument. The rest is room for the values of variables. */
const MAX_ARGUMENT = 100 * 1024;
const MAX_SUBSTITUTIONS = 8;

const posix: Shell = {
  word: (template, multiline = hasLines(template)) =>
    words(template, quotePosix, multiline).join('') || "''",
  piped: (template, command) => {
    if (countEscapes(literal(template)) === 0) {
      return `printf '%s' ${posix.word(template)} | ${command}`;
    }
    const format = merged(template).map((part) => (typeof part === 'string' ? '%b' : '%s'));
    return `printf '${format.join('')}' ${words(template, quotePrintf, hasLines(template)).join(' ')} | ${command}`;
  },
  prefersPipe: (template) => {
    if (byteLength(fullText(template)) > MAX_ARGUMENT) return true;
    return countEscapes(literal(template)) > MAX_SUBSTITUTIONS;
  },
  command: (options) => options.join(' \\\n  '),
  // Interactive zsh runs comments as commands, so they contain only plain words.
  comment: (text) => `# ${text.replace(/[^A-Za-z0-9 .,:_/-]/g, ' ')}`,
};

/** The shells that a command can be written for. Others, such as cmd, would be added here. */
export const SHELLS: Readonly<Record<ShellName, Shell>> = { posix };

/** Length in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function words(
  template: Template,
  quote: (text: string, multiline: boolean) => string,
  multiline: boolean,
): readonly string[] {
  return merged(template).map((part) =>
    typeof part === 'string' ? quote(part, multiline) : `"$${part.name}"`,
  );
}

/** Whether the argument has several lines. */
export function hasLines(template: Template): boolean {
  return literal(template).includes('\n');
}

function literal(template: Template): string {
  return template.filter((part) => typeof part === 'string').join('');
}
