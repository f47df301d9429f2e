import { base64OfLatin1, byteLength } from './bytes.ts';
import type { PlannedBody } from './plan.ts';
import { countEscapes, quotePosix, quotePrintf } from './quote-posix.ts';
import { fullText, literal, type Template, written } from './template.ts';
import { MAX_ARGUMENT, type UnixShell } from './unix-shell.ts';

const MAX_SUBSTITUTIONS = 8;

/** A variable that stops the command when it is not set or empty. */
const variable = (name: string): string => `"\${${name}:?}"`;

/** bash, dash, zsh, ksh (POSIX Shell Command Language). */
export const posix: UnixShell = {
  word: (template, multiline = literal(template).includes('\n')) =>
    written(template, (text) => quotePosix(text, multiline), variable).join('') || "''",
  prefersPipe: ({ parts, binary }) =>
    binary ||
    byteLength(fullText(parts)) > MAX_ARGUMENT ||
    countEscapes(literal(parts)) > MAX_SUBSTITUTIONS,
  piped: (body, command) => `${producer(body)} | ${command}`,
  // A part of a pipe that stops does not stop the others, so the variables are tested before.
  guarded: (names, command, isPiped) =>
    isPiped && names.length > 0 ? `: ${names.map(variable).join(' ')} && ${command}` : command,
};

function producer({ parts, binary }: PlannedBody): string {
  if (!binary) return printed(parts);
  const commands = written(
    parts,
    (bytes) => `printf '%s' '${base64OfLatin1(bytes)}' | base64 -d`,
    (name) => `printf '%s' ${variable(name)}`,
  );
  return commands.length === 1 ? (commands[0] ?? '') : `{ ${commands.join('; ')}; }`;
}

function printed(template: Template): string {
  if (countEscapes(literal(template)) === 0) return `printf '%s' ${posix.word(template)}`;
  const multiline = literal(template).includes('\n');
  const format = written(
    template,
    () => '%b',
    () => '%s',
  ).join('');
  const words = written(template, (text) => quotePrintf(text, multiline), variable);
  return `printf '${format}' ${words.join(' ')}`;
}
