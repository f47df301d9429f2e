/** An option of a command. */
export interface Option {
  /** Without its hyphens. */
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; without one it is a switch. */
  readonly value?: string;
  /** It can be given several times. */
  readonly many?: true;
  /** Half a sentence, or a few lines of them. */
  readonly description: string;
}

/** What was given to a command. */
export interface Arguments {
  readonly files: readonly string[];
  /** Whether a switch was given. */
  has(name: string): boolean;
  /** The last value of an option. */
  value(name: string): string | null;
  values(name: string): readonly string[];
}

/** A command. Its name is the name of its file in `commands/`. */
export interface CliCommand {
  /** What it does, in a few words, for the list of commands. */
  readonly title: string;
  /** Loads the rest, which is `<name>-body.ts`, only when the command is called. */
  load(): Promise<{ readonly default: CommandBody }>;
}

/** What a command does, and its help. */
export interface CommandBody {
  /** What it does, in whole sentences. */
  readonly summary: string;
  /** Its arguments in the usage line. */
  readonly usage: string;
  readonly options: readonly Option[];
  /** The end of its help: the exit codes. */
  readonly exitCodes: string;
  /** Returns the exit code. Rejects with the reason of the signal when it is cancelled. */
  run(given: Arguments, signal: AbortSignal): Promise<number>;
}

/** Exit codes. The last one is that of shells: 128 plus the number of SIGINT. */
export const EXIT = { done: 0, found: 1, refused: 2, cancelled: 130 } as const;

/** The help of most commands about their exit codes. */
export const USUAL_EXIT_CODES =
  'Exit code: 0 it was written, 2 it was not, 130 it was cancelled with Ctrl+C.';

/** Ends a command with a message for the user and the exit code 2. */
export class Refusal extends Error {}

/** The same, with the help of the command. */
export class Misuse extends Refusal {}

/** Gives a command its type. It does nothing at run time. */
export function defineCliCommand(command: CliCommand): CliCommand {
  return command;
}

/** The same for its body. */
export function defineCommandBody(body: CommandBody): CommandBody {
  return body;
}
