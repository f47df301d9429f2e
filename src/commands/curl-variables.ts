import { type Template, written } from './template.ts';

/** Variables of curl for characters that cannot stand before `{{`. */
const HELPERS = { '\\': 'BS', '{': 'LB' } as const;

/**
 * A template in which curl itself inserts the variables: `{{NAME}}` in options that begin with
 * `--expand-` (curl 8.3). A backslash before `{{` makes it text.
 */
export function expandable(template: Template): string {
  const parts = written(
    template,
    (text) => text,
    (name) => `{{${name}}}`,
  );
  return template.length === 0 ? '' : escapedParts(template, parts).join('');
}

function escapedParts(template: Template, parts: readonly string[]): readonly string[] {
  const isText = written(
    template,
    () => 'text',
    () => 'variable',
  ).map((kind) => kind === 'text');
  return parts.map((part, index) => {
    if (!isText[index]) return part;
    const last = index + 1 < parts.length ? part.at(-1) : undefined;
    const braces = /\{*$/.exec(part)?.[0].length ?? 0;
    const clashes = last === '\\' || (last === '{' && braces % 2 === 1);
    const kept = clashes ? part.slice(0, -1) : part;
    const helper = clashes ? `{{${HELPERS[last]}}}` : '';
    return kept.replaceAll('{{', '\\{{') + helper;
  });
}

/** Values for `--variable` of the helpers that a text uses. */
export function helperValues(text: string): readonly string[] {
  return Object.entries(HELPERS)
    .filter(([, name]) => text.includes(`{{${name}}}`))
    .map(([character, name]) => `${name}=${character}`);
}

/** The option whose argument curl expands: `-H` as `--expand-header`. */
export function expandFlag(flag: string): string {
  const long = { '-H': '--header', '-u': '--user', '-X': '--request' }[flag] ?? flag;
  return long.replace(/^--/, '--expand-');
}
