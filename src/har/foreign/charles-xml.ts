import { CHARLES, type ForeignFormat } from '../foreign-format.ts';

/** File > Export Session > XML Session File. */
export default {
  name: 'an XML session of Charles (.chlsx)',
  advice: CHARLES,
  looksLike: ({ start }) => /^(?:<\?[^>]*\?>\s*)*<charles-session\b/.test(start),
} satisfies ForeignFormat;
