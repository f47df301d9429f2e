import type { Exchange } from '../../http/exchange.ts';
import { configLine, joined } from '../curl-config.ts';
import { curlOptions } from '../curl-options.ts';
import { planRequest } from '../plan-request.ts';
import { block, fileStatement, withFile } from '../powershell-file.ts';
import { quotePowerShell, throwUnlessSet } from '../quote-powershell.ts';
import { type CommandResult, defineTarget, type Manner } from '../target.ts';
import { hasVariables, type Template } from '../template.ts';
import { plainWords } from '../treacherous.ts';

/** Escapes the value of a variable for a config file of curl. */
const ESCAPE =
  "$q = { $args[0] -replace '[\\\\\"]', '\\$0' -replace \"`r\", '\\r' -replace \"`n\", '\\n' }";

/**
 * curl in Windows PowerShell 5 and PowerShell 7. Up to 7.2, PowerShell drops double quotes from the
 * arguments of programs, so the options go to the standard input of curl.
 */
export default defineTarget({ name: 'cURL (PowerShell 5)', write });

function write(exchange: Exchange, manner: Manner): CommandResult {
  const plan = planRequest(exchange, manner);
  if ('refused' in plan) return plan;
  const options = curlOptions(plan);
  if ('refused' in options) return options;
  const { body, variables, notes } = plan;
  const inFile = body?.binary === true;
  const all =
    body && !inFile ? [...options, { flag: '--data-raw', argument: body.parts }] : options;
  const lines = all.map((option) => `    ${lineText(configLine(option))}`);
  const file = inFile ? ' --data-binary "@$file"' : '';
  const curl = `@(\n${lines.join('\n')}\n  ) | curl.exe --config -${file}`;
  const names = variables.map(({ name }) => name);
  const isEscaped = all.some(({ argument }) => hasVariables(argument ?? []));
  const statements = [
    ...(names.length > 0 ? [throwUnlessSet(names)] : []),
    ...(isEscaped ? [ESCAPE] : []),
    '$OutputEncoding = New-Object Text.UTF8Encoding $false',
    ...(body && inFile ? withFile(fileStatement(body, true), curl) : [curl]),
  ];
  const comments = notes.map((note) => `# ${plainWords(note)}`);
  return { command: [...comments, block(statements)].join('\n'), notes };
}

function lineText(line: Template): string {
  const text = joined(
    line,
    (one) => quotePowerShell([one], true),
    (name) => `(& $q $${name})`,
  );
  return hasVariables(line) ? `(${text})` : text;
}
