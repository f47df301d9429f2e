import { hasVariables, literal, type Template, written } from './template.ts';
import { storable, TREACHEROUS } from './treacherous.ts';

/** PowerShell takes typographic quotation marks for plain ones. */
const SINGLE = /['\u2018-\u201B]/g;
const DOUBLE = /[`$"\u201C-\u201E]/;
const NOT_ASCII = /[^\x20-\x7E]/;
const SPECIAL = new RegExp(`${DOUBLE.source}|[^\\x20-\\x7E]`, 'g');

/**
 * A string of PowerShell: in single quotes, or in double quotes if it has variables or characters
 * that must not be pasted. `ascii` escapes every other character too: Windows PowerShell reads a
 * script without a byte order mark in the code page of the system.
 */
export function quotePowerShell(template: Template, ascii: boolean): string {
  const isEscaped = (one: string): boolean =>
    one === '\n' || (ascii ? NOT_ASCII : TREACHEROUS).test(one);
  const text = literal(template);
  if (!hasVariables(template) && !Array.from(storable(text)).some(isEscaped)) {
    return `'${storable(text).replace(SINGLE, '$&$&')}'`;
  }
  const inside = written(
    template,
    (part) => storable(part).replace(SPECIAL, (one) => (isEscaped(one) ? escaped(one) : kept(one))),
    (name) => `\${${name}}`,
  );
  return `"${inside.join('')}"`;
}

function escaped(unit: string): string {
  if (unit === '\n') return '`n';
  return `$([char]0x${unit.charCodeAt(0).toString(16).padStart(4, '0')})`;
}

function kept(unit: string): string {
  return DOUBLE.test(unit) ? `\`${unit}` : unit;
}

/** Stops a script when one of these variables has no value. */
export function throwUnlessSet(names: readonly string[]): string {
  const tests = names.map((name) => `!$${name}`).join(' -or ');
  return `if (${tests}) { throw 'Set first: ${names.join(', ')}' }`;
}
