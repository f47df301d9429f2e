import type { Exchange } from '../../http/exchange.ts';
import { type CurlOption, curlOptions } from '../curl-options.ts';
import { expandable, expandFlag, helperValues } from '../curl-variables.ts';
import { planRequest } from '../plan-request.ts';
import { cmdProblem, MAX_CMD_LINE, quoteCmd } from '../quote-cmd.ts';
import { type CommandResult, defineTarget, type Manner } from '../target.ts';
import { fullText, hasVariables } from '../template.ts';
import { plainWords } from '../treacherous.ts';

const INSTEAD = 'Copy it for PowerShell instead.';

/** curl at the prompt of cmd. curl inserts the variables itself, so no value is read by cmd. */
export default defineTarget({ name: 'cURL (cmd)', write });

function write(exchange: Exchange, manner: Manner): CommandResult {
  const plan = planRequest(exchange, manner);
  if ('refused' in plan) return plan;
  const options = curlOptions(plan);
  if ('refused' in options) return options;
  const { body } = plan;
  if (body?.binary) return { refused: `cmd cannot hold a binary body. ${INSTEAD}` };
  const all = body ? [...options, { flag: '--data-raw', argument: body.parts }] : options;
  const texts = all.map(({ argument }) => fullText(argument ?? []));
  const problem = texts.map(cmdProblem).find((one) => one !== null);
  if (problem) return { refused: `${problem} ${INSTEAD}` };
  const names = plan.variables.map(({ name }) => name);
  const lines = [...imports(names, all), ...all.map(optionText)];
  const tests = names.map((name) => `if not defined ${name} (echo Set ${name} first.) else `);
  const command = `${tests.join('')}curl ${lines.join(' ^\n  ')}`;
  if (command.length > MAX_CMD_LINE) {
    return { refused: `The command is too long for a line of cmd. ${INSTEAD}` };
  }
  const notes = [...plan.notes, ...ownNotes(texts.join(''), names)];
  return {
    command: [...notes.map((note) => `rem ${plainWords(note)}`), command].join('\n'),
    notes,
  };
}

/** A caret after the percent sign keeps cmd from reading the name of a variable. */
function imports(names: readonly string[], options: readonly CurlOption[]): readonly string[] {
  const expanded = options.map(({ argument }) => expandable(argument ?? [])).join(' ');
  const helpers = names.length > 0 ? helperValues(expanded) : [];
  return [
    ...names.map((name) => `--variable %^${name}`),
    ...helpers.map((value) => `--variable ${quoteCmd(value)}`),
  ];
}

function optionText({ flag, argument }: CurlOption): string {
  if (!argument) return flag;
  if (!hasVariables(argument)) return `${flag} ${quoteCmd(fullText(argument))}`;
  return `${expandFlag(flag)} ${quoteCmd(expandable(argument))}`;
}

function ownNotes(text: string, names: readonly string[]): readonly string[] {
  const notes: string[] = [];
  if (names.length > 0) notes.push('It needs curl 8.3 or later, which reads the variables.');
  if (text.includes('%') || names.length > 0) {
    notes.push('Paste it at the prompt. In a batch file every percent sign must be doubled.');
  }
  if (text.includes('!')) notes.push('Delayed expansion must be off, as it is at first.');
  if (/[^\0-\x7F]/.test(text)) {
    notes.push('A curl without Unicode support changes characters that are not ASCII.');
  }
  return notes;
}
