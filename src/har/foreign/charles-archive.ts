import { CHARLES, type ForeignFormat } from '../foreign-format.ts';

/** Charles 5: Save. */
export default {
  name: 'a session of Charles (.chlz)',
  advice: CHARLES,
  looksLike: ({ names }) => names.some((name) => /^\d+-meta\.json$/.test(name)),
} satisfies ForeignFormat;
