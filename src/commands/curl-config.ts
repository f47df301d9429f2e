import type { CurlOption } from './curl-options.ts';
import { type Template, type Variable, written } from './template.ts';

const LONG = { '-H': 'header', '-u': 'user', '-X': 'request' } as const;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** Text within double quotes of a config file of curl. */
function configText(text: string): string {
  return text.replace(/[\\"\n\r\t\v]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * An option as a line of a config file of curl (`--config`). The parts are texts of that file and
 * variables, whose values have to be escaped.
 */
export function configLine({ flag, argument }: CurlOption): Template {
  const name = LONG[flag as keyof typeof LONG] ?? flag.replace(/^--/, '');
  if (!argument) return [name];
  const parts = argument.map((part: string | Variable) =>
    typeof part === 'string' ? configText(part) : part,
  );
  return [`${name} = "`, ...parts, '"'];
}

/** The parts of a template, each written by itself. */
export function joined(
  template: Template,
  text: (text: string) => string,
  variable: (name: string) => string,
): string {
  return written(template, text, variable).join(' + ');
}
