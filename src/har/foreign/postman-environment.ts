import type { ForeignFormat } from '../foreign-format.ts';

/** Postman: Export of an environment or of globals. */
export default {
  name: 'a Postman environment',
  advice: 'It holds variables, which may be secret, and no requests.',
  looksLike: ({ document }) => '_postman_variable_scope' in document,
} satisfies ForeignFormat;
