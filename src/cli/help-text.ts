import { commands } from './all-commands.ts';
import type { CommandBody, Option } from './cli-command.ts';

const WIDTH = 20;

/** The help of one command. `call` is how the user called it. */
export function helpOf(call: string, command: CommandBody): string {
  return `Usage: ${call} ${command.usage}

${command.summary}

${command.options.map(optionHelp).join('\n')}

${command.exitCodes}
`;
}

/** The help of the program. */
export function generalHelp(): string {
  const rows = [...commands].map(([name, { title }]) => `  ${name.padEnd(WIDTH)}${title}`);
  return `Usage: grantscope COMMAND FILE.har … [options]

Explains OAuth 2.x and OpenID Connect flows in HTTP archives.

${rows.join('\n')}

grantscope COMMAND --help explains a command.
`;
}

function optionHelp({ name, short, value, many, description }: Option): string {
  const names = `  ${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}${many ? ' …' : ''}`;
  const [first = '', ...rest] = description.split('\n');
  const head =
    names.length < WIDTH + 2 ? names.padEnd(WIDTH + 2) : `${names}\n${' '.repeat(WIDTH + 2)}`;
  return [head + first, ...rest.map((line) => ' '.repeat(WIDTH + 2) + line)].join('\n');
}
