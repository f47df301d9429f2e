import type { PlannedBody } from './plan.ts';
import type { Template } from './template.ts';

/** How a shell of Unix writes the parts of a command. */
export interface UnixShell {
  /**
   * One argument, with its variables. `multiline` says that the command has text of several lines,
   * in this argument or another one.
   */
  readonly word: (template: Template, multiline?: boolean) => string;
  /** Whether a body is so long, or needs so many escapes, that it should be piped. */
  readonly prefersPipe: (body: PlannedBody) => boolean;
  /** The command with that body on its standard input, byte by byte. */
  readonly piped: (body: PlannedBody, command: string) => string;
  /** A command that runs only when all these variables have a value. */
  readonly guarded: (names: readonly string[], command: string, isPiped: boolean) => string;
}

/** Linux allows 128 KiB in one argument. The rest is room for the values of variables. */
export const MAX_ARGUMENT = 100 * 1024;

/** One command of several options, an option a line. */
export function optionLines(options: readonly string[]): string {
  return options.join(' \\\n  ');
}
