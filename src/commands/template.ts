/** A value that the command names and does not hold. */
export interface Variable {
  readonly name: string;
  /** The text in its place, as it was sent. */
  readonly value: string;
}

/** Text in which some parts are variables. */
export type Template = readonly (string | Variable)[];

/** The text with its values inserted. */
export function fullText(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

/** The text without its variables. */
export function literal(template: Template): string {
  return template.filter((part) => typeof part === 'string').join('');
}

export function hasVariables(template: Template): boolean {
  return template.some((part) => typeof part !== 'string');
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

/** Writes the parts of a template one by one. */
export function written(
  template: Template,
  text: (text: string) => string,
  variable: (name: string, value: string) => string,
): readonly string[] {
  return merged(template).map((part) =>
    typeof part === 'string' ? text(part) : variable(part.name, part.value),
  );
}
