import { basename } from 'node:path';
import { commands } from './all-commands.ts';
import { type CommandBody, EXIT, Misuse, Refusal } from './cli-command.ts';
import { generalHelp, helpOf } from './help-text.ts';
import { interruptible } from './interrupt.ts';
import { nearestWord } from './nearest-word.ts';
import { parseArguments } from './parse-arguments.ts';
import { complain, print, speakAs } from './print.ts';

/** How the user calls a command: by the name of the program, or from a checkout. */
function callOf(name: string): string {
  const isLinked = basename(process.argv[1] ?? '') === 'grantscope';
  return isLinked ? `grantscope ${name}` : `npm run --silent ${name} --`;
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands.get(name);
  if (command) return runCommand(name, (await command.load()).default, args);
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    await print(generalHelp());
    return name === '' ? EXIT.refused : EXIT.done;
  }
  const meant = nearestWord(name, commands.keys());
  process.stderr.write(
    `grantscope: There is no command ${JSON.stringify(name)}.${meant === null ? '' : ` Did you mean ${meant}?`}\n\n${generalHelp()}`,
  );
  return EXIT.refused;
}

async function runCommand(name: string, command: CommandBody, args: readonly string[]) {
  speakAs(name);
  const given = parseArguments(args, command);
  const help = helpOf(callOf(name), command);
  if ('wrong' in given) {
    process.stderr.write(`${name}: ${given.wrong}\n\n${help}`);
    return EXIT.refused;
  }
  if (given.has('help')) {
    await print(help);
    return EXIT.done;
  }
  const { signal, end } = interruptible();
  try {
    return await command.run(given, signal);
  } catch (error) {
    if (signal.aborted) complain('cancelled');
    else if (error instanceof Misuse) process.stderr.write(`${name}: ${error.message}\n\n${help}`);
    else if (error instanceof Refusal) complain(error.message);
    else throw error;
    return signal.aborted ? EXIT.cancelled : EXIT.refused;
  } finally {
    end();
  }
}

process.exitCode = await main(process.argv.slice(2));
