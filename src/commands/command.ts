import type { Exchange } from '../http/exchange.ts';
import type { CommandResult, Secrets, Target } from './target.ts';

const files = import.meta.glob<Target>('./targets/*.ts', { eager: true, import: 'default' });

const byId: ReadonlyMap<string, Target> = new Map(
  Object.entries(files)
    .map(([path, target]) => [path.slice('./targets/'.length, -'.ts'.length), target] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** Every kind of command, for menus and the help of the command line. */
export const targets: readonly { readonly id: string; readonly title: string }[] = [...byId].map(
  ([id, { name }]) => ({ id, title: `Copy as ${name}` }),
);

/** The target of people who did not choose one. */
export const DEFAULT_TARGET = 'curl-bash';

export interface CommandOptions {
  /** The id of one of the `targets`. */
  readonly target: string;
  /** Whether secrets and personal values are variables or part of the command. */
  readonly secrets: Secrets;
  /** The values of the recording were replaced before it was shared. */
  readonly redacted?: boolean;
}

/** The request of an exchange as a command to paste. */
export function command(
  exchange: Exchange,
  { target, secrets, redacted = false }: CommandOptions,
): CommandResult {
  const found = byId.get(target);
  return (
    found?.write(exchange, { secrets, redacted }) ?? { refused: `There is no target ${target}.` }
  );
}
