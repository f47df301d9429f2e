import type { Exchange } from '../http/exchange.ts';
import { curlOptions } from './curl-options.ts';
import { planRequest } from './plan-request.ts';
import type { CommandResult, Manner } from './target.ts';
import { literal, type Template } from './template.ts';
import { plainWords } from './treacherous.ts';
import { optionLines, type UnixShell } from './unix-shell.ts';

/** The request of an exchange as a curl command for a shell of Unix. */
export function curlUnix(exchange: Exchange, manner: Manner, shell: UnixShell): CommandResult {
  const plan = planRequest(exchange, manner);
  if ('refused' in plan) return plan;
  const options = curlOptions(plan);
  if ('refused' in options) return options;
  const { body, notes } = plan;
  const isPiped = body !== null && shell.prefersPipe(body);
  // After text of several lines, interactive bash 5.2 may expand a `!` within quotes.
  const multiline = body !== null && !body.binary && literal(body.parts).includes('\n');
  const word = (template: Template): string => shell.word(template, multiline);
  const lines = options.map(({ flag, argument }, index) => {
    const program = index === 0 ? 'curl ' : '';
    return `${program}${flag}${argument ? ` ${word(argument)}` : ''}`;
  });
  if (body !== null) lines.push(isPiped ? '--data-binary @-' : `--data-raw ${word(body.parts)}`);
  const names = plan.variables.map(({ name }) => name);
  const command = optionLines(lines);
  const whole = isPiped ? shell.piped(body, command) : command;
  return {
    command: [
      ...notes.map((note) => `# ${plainWords(note)}`),
      shell.guarded(names, whole, isPiped),
    ].join('\n'),
    notes,
  };
}
