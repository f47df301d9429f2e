/** A JSON Schema (draft 2020-12) with the keywords that docs/report.schema.json uses. */
export type Schema = { readonly [keyword: string]: unknown };

const KNOWN = new Set(
  '$schema $defs $ref title type const enum required properties items minimum pattern'.split(' '),
);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Where a value breaks a schema, one line each. Throws for a keyword that it does not know. */
export function schemaProblems(root: Schema, value: unknown): readonly string[] {
  return check(root, value, '', root);
}

function check(schema: Schema, value: unknown, at: string, root: Schema): readonly string[] {
  for (const keyword of Object.keys(schema)) {
    if (!KNOWN.has(keyword)) throw new Error(`The keyword ${keyword} is unknown.`);
  }
  const problems: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(`${at || '/'}: ${what}`);
  };
  const { $ref, type, enum: list, minimum, pattern, required, properties, items } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/$defs/', '');
    const found = (root.$defs as Readonly<Record<string, Schema>>)[name];
    if (!found) throw new Error(`${$ref} leads nowhere.`);
    problems.push(...check(found, value, at, root));
  }
  if (type !== undefined) {
    const types = [type].flat();
    const isInteger = types.includes('integer') && Number.isInteger(value);
    expect(isInteger || types.includes(typeOf(value)), `is no ${types.join(' or ')}`);
  }
  if ('const' in schema) expect(value === schema.const, `is not ${schema.const}`);
  if (Array.isArray(list)) expect(list.includes(value), `${value} is none of ${list.join(', ')}`);
  if (typeof minimum === 'number' && typeof value === 'number')
    expect(value >= minimum, 'is too small');
  if (typeof pattern === 'string' && typeof value === 'string')
    expect(new RegExp(pattern, 'u').test(value), `${value} does not match`);
  if (isObject(value)) {
    for (const name of (required ?? []) as readonly string[])
      expect(name in value, `lacks ${name}`);
    for (const [name, one] of Object.entries((properties ?? {}) as Record<string, Schema>)) {
      if (name in value) problems.push(...check(one, value[name], `${at}/${name}`, root));
    }
  }
  if (Array.isArray(value) && items !== undefined) {
    for (const [index, one] of value.entries())
      problems.push(...check(items as Schema, one, `${at}/${index}`, root));
  }
  return problems;
}
