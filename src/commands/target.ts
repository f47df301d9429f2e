import type { Exchange } from '../http/exchange.ts';

/** A command to paste, or the reason why there is none. The command has the notes as comments. */
export type CommandResult =
  | { readonly command: string; readonly notes: readonly string[] }
  | { readonly refused: string };

/** Whether secrets and personal values are variables or part of the command. */
export type Secrets = 'variables' | 'values';

/** What a command does with the values of a request. */
export interface Manner {
  readonly secrets: Secrets;
  /** The values were replaced before the recording was shared. */
  readonly redacted: boolean;
}

/** One kind of command. Its id is the name of its file in `targets/`. */
export interface Target {
  /** The words of DevTools after "Copy as": `cURL (cmd)`. */
  readonly name: string;
  readonly write: (exchange: Exchange, manner: Manner) => CommandResult;
}

/** Gives a target its type. It does nothing at run time. */
export function defineTarget(target: Target): Target {
  return target;
}
