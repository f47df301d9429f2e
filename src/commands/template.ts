import { shapedSecrets } from '../oauth/registry/secret-shapes.ts';
import { UNNAMED } from './variable-name.ts';

/** A value that the command names and does not hold. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

/** Text in which some parts are variables. */
export type Template = readonly (string | Variable)[];

/** Shorter values occur in texts by chance. */
const MIN_SWEPT = 8;
const MAX_SWEPT = 50;

/** The text with its values inserted. */
export function fullText(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

/** Joins neighbouring texts and drops empty ones. */
export function merged(template: Template): Template {
  const parts: (string | Variable)[] = [];
  let text: string[] = [];
  for (const part of [...template, null]) {
    if (typeof part === 'string') {
      text.push(part);
      continue;
    }
    const joined = text.join('');
    if (joined !== '') parts.push(joined);
    if (part !== null) parts.push(part);
    text = [];
  }
  return parts;
}

/** The variables of one command. Equal values with one name are one variable. */
export class Variables {
  private readonly taken = new Map<string, Variable>();
  private readonly used = new Map<string, number>();

  use(base: string, value: string): Variable {
    const key = `${base} ${value}`;
    const known = this.taken.get(key);
    if (known) return known;
    const count = (this.used.get(base) ?? 0) + 1;
    this.used.set(base, count);
    const variable = { name: count === 1 ? base : `${base}_${count}`, value };
    this.taken.set(key, variable);
    return variable;
  }

  /** Names in the order of their first use. */
  names(): string[] {
    return [...this.taken.values()].map((variable) => variable.name);
  }

  /** Puts variables in all places of their values in the texts of a template. */
  cut(template: Template, variable: Variable): Template {
    return template.flatMap((part) => cut(part, variable));
  }

  /**
   * Puts variables in other places of their values, as a code in a Referer, and in place of text
   * with the shape of a token.
   */
  sweep(template: Template): Template {
    let swept = merged(template);
    for (const variable of [...this.taken.values()].slice(0, MAX_SWEPT)) {
      if (variable.value.length >= MIN_SWEPT) swept = this.cut(swept, variable);
    }
    return swept.flatMap((part) => (typeof part === 'string' ? this.withoutTokens(part) : [part]));
  }

  private withoutTokens(text: string): Template {
    const template: Template[number][] = [];
    let done = 0;
    for (const { value, start } of shapedSecrets(text)) {
      template.push(text.slice(done, start), this.use(UNNAMED, value));
      done = start + value.length;
    }
    return merged([...template, text.slice(done)]);
  }
}

function cut(part: string | Variable, variable: Variable): Template {
  if (typeof part !== 'string' || !part.includes(variable.value)) return [part];
  const texts = part.split(variable.value);
  return texts.flatMap((text, index) => (index === 0 ? [text] : [variable, text]));
}
