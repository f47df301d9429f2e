import type { ForeignFormat } from '../foreign-format.ts';

/** OpenAPI 2 and 3, in JSON or YAML. */
export default {
  name: 'an OpenAPI description',
  advice: 'It describes requests and holds none.',
  looksLike: ({ document, start }) =>
    'openapi' in document || 'swagger' in document || /^(?:openapi|swagger)\s*:/.test(start),
} satisfies ForeignFormat;
