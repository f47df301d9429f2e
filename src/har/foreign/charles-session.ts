import { CHARLES, type ForeignFormat } from '../foreign-format.ts';

/** What Charles saves: serialized Java objects. */
export default {
  name: 'a session of Charles (.chls)',
  advice: CHARLES,
  looksLike: ({ start }) => /^\uFFFD\uFFFD\0\u0005[\s\S]{0,200}charles/i.test(start),
} satisfies ForeignFormat;
