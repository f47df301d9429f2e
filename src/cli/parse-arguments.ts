import { parseArgs } from 'node:util';
import type { Arguments, CommandBody, Option } from './cli-command.ts';
import { nearestWord } from './nearest-word.ts';

/** Reads the arguments of a command; a mistake becomes a sentence. */
export function parseArguments(
  args: readonly string[],
  { options }: Pick<CommandBody, 'options'>,
): Arguments | { readonly wrong: string } {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(options.map(configOf)),
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (!option) return { wrong: unknownOption(token.rawName, options) };
    const fault = valueFault(option, token.rawName, token.value);
    if (fault !== null) return { wrong: fault };
    const values = given.get(option.name) ?? [];
    if (values.length > 0 && option.value && !option.many) {
      return { wrong: `The option ${token.rawName} can be given once only.` };
    }
    given.set(option.name, [...values, token.value ?? '']);
  }
  return {
    files: positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1) ?? null,
    values: (name) => given.get(name) ?? [],
  };
}

function configOf({ name, short, value }: Option) {
  const type = value === undefined ? ('boolean' as const) : ('string' as const);
  return [name, { type, multiple: true, ...(short === undefined ? {} : { short }) }] as const;
}

function unknownOption(raw: string, options: readonly Option[]): string {
  const meant = nearestWord(
    raw.replace(/^-+/, ''),
    options.map(({ name }) => name),
  );
  return `There is no option ${raw}.${meant === null ? '' : ` Did you mean --${meant}?`}`;
}

function valueFault({ value }: Option, raw: string, given: string | undefined): string | null {
  if (value === undefined) return given === undefined ? null : `The option ${raw} has no value.`;
  // A value that begins with a hyphen has to be given with an equals sign.
  return given === undefined ? `The option ${raw} needs a value: ${raw} ${value}` : null;
}
