import type { ForeignFormat } from '../foreign-format.ts';

/** Insomnia: Export with the format JSON or YAML. */
export default {
  name: 'an export of Insomnia',
  advice: 'It holds requests that were not sent. Export with the format HAR.',
  looksLike: ({ document, start }) =>
    '__export_format' in document || /^type:\s*collection\.insomnia/.test(start),
} satisfies ForeignFormat;
