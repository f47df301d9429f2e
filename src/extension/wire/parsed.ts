import * as v from 'valibot';

/** What arrived, if it matches the schema of its channel; else null, for the receiver to drop. */
export function parsed<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | null {
  const result = v.safeParse(schema, raw);
  return result.success ? result.output : null;
}
