/** A value that the command names instead of holding it. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

/** Text in which some parts are variables. */
export type Template = readonly (string | Variable)[];

/** Shorter values stand in texts by accident. */
const MIN_SWEPT = 8;
const MAX_SWEPT = 50;

/** The text with its values in place. */
export function fullText(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

/** Neighbouring texts as one, and no empty ones. */
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

/** The variables of one command: equal values under one name are one variable. */
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

  /** Puts variables where their values stand elsewhere in a text, as a code does in a Referer. */
  sweep(template: Template): Template {
    let swept = merged(template);
    for (const variable of [...this.taken.values()].slice(0, MAX_SWEPT)) {
      if (variable.value.length >= MIN_SWEPT) swept = swept.flatMap((part) => cut(part, variable));
    }
    return swept;
  }
}

function cut(part: string | Variable, variable: Variable): Template {
  if (typeof part !== 'string' || !part.includes(variable.value)) return [part];
  const texts = part.split(variable.value);
  return texts.flatMap((text, index) => (index === 0 ? [text] : [variable, text]));
}
