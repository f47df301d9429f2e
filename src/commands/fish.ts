import { base64OfLatin1, byteLength } from './bytes.ts';
import type { PlannedBody } from './plan.ts';
import { quoteFish } from './quote-fish.ts';
import { fullText, type Template, written } from './template.ts';
import { MAX_ARGUMENT, type UnixShell } from './unix-shell.ts';

const word = (template: Template): string =>
  written(template, quoteFish, (name) => `"$${name}"`).join('') || "''";

/** fish 3 and later. */
export const fish: UnixShell = {
  word,
  prefersPipe: ({ parts, binary }) => binary || byteLength(fullText(parts)) > MAX_ARGUMENT,
  piped: (body, command) => `${producer(body)} | ${command}`,
  guarded: (names, command) => {
    if (names.length === 0) return command;
    const tests = names.map((name) => `test -n "$${name}"`).join('; and ');
    return `if ${tests}\n${command}\nelse\necho 'Set first: ${names.join(', ')}' >&2\nend`;
  },
};

function producer({ parts, binary }: PlannedBody): string {
  if (!binary) return `printf '%s' ${word(parts)}`;
  const commands = written(
    parts,
    (bytes) => `printf '%s' '${base64OfLatin1(bytes)}' | base64 -d`,
    (name) => `printf '%s' "$${name}"`,
  );
  return commands.length === 1 ? (commands[0] ?? '') : `begin; ${commands.join('; ')}; end`;
}
