import type { Exchange } from '../../http/exchange.ts';
import { curlOptions } from '../curl-options.ts';
import { planRequest } from '../plan-request.ts';
import { block, fileStatement, withFile } from '../powershell-file.ts';
import { quotePowerShell, throwUnlessSet } from '../quote-powershell.ts';
import { type CommandResult, defineTarget, type Manner } from '../target.ts';
import { fullText, type Template } from '../template.ts';
import { plainWords } from '../treacherous.ts';

/** Windows allows 32,767 characters in a command line. The rest is room for the other options. */
const MAX_BODY = 8_000;

/** curl in PowerShell 7.3 or later, on any system: each argument reaches curl as it is. */
export default defineTarget({ name: 'cURL (PowerShell 7)', write });

function write(exchange: Exchange, manner: Manner): CommandResult {
  const plan = planRequest(exchange, manner);
  if ('refused' in plan) return plan;
  const options = curlOptions(plan);
  if ('refused' in options) return options;
  const { body, variables } = plan;
  const word = (template: Template): string => quotePowerShell(template, false);
  const inFile = body !== null && (body.binary || fullText(body.parts).length > MAX_BODY);
  const lines = options.map(({ flag, argument }) =>
    argument ? `${flag} ${word(argument)}` : flag,
  );
  if (body) lines.push(inFile ? '--data-binary "@$file"' : `--data-raw ${word(body.parts)}`);
  const names = variables.map(({ name }) => name);
  const indent = inFile ? '      ' : names.length > 0 ? '    ' : '  ';
  const curl = `curl ${lines.join(` \`\n${indent}`)}`;
  const statements = [
    ...(names.length > 0 ? [throwUnlessSet(names)] : []),
    ...(body && inFile ? withFile(fileStatement(body, false), curl) : [curl]),
  ];
  const notes = [...plan.notes, 'It needs PowerShell 7.3 or later.'];
  const comments = notes.map((note) => `# ${plainWords(note)}`);
  const command = statements.length > 1 ? block(statements) : curl;
  return { command: [...comments, command].join('\n'), notes };
}
