import type { CliCommand } from './cli-command.ts';

const files = import.meta.glob<CliCommand>(['./commands/*.ts', '!./commands/*-body.ts'], {
  eager: true,
  import: 'default',
});

/** Every command, by its name. */
export const commands: ReadonlyMap<string, CliCommand> = new Map(
  Object.entries(files).map(([path, command]) => [path.slice('./commands/'.length, -3), command]),
);
