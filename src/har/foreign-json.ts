import * as v from 'valibot';

/** JSON files that are given instead of a HAR, with what to call them. */
const FORMATS: readonly (readonly [name: string, shape: v.GenericSchema])[] = [
  [
    'a Grantscope report',
    v.object({
      schema: v.number(),
      sources: v.array(v.object({ file: v.string(), recorder: v.string() })),
      flows: v.array(v.unknown()),
    }),
  ],
  [
    'an OpenAPI description',
    v.union([v.object({ openapi: v.string() }), v.object({ swagger: v.string() })]),
  ],
];

/** What a JSON document is that is not a HAR; null when it is not known. */
export function foreignFormat(document: unknown): string | null {
  return FORMATS.find(([, shape]) => v.is(shape, document))?.[0] ?? null;
}
