import { type ForeignFormat, FROM_BROWSER } from '../foreign-format.ts';

/** Recorders that keep their traffic in SQLite. */
export default {
  name: 'a database (SQLite)',
  advice: FROM_BROWSER,
  looksLike: ({ start }) => start.startsWith('SQLite format 3\0'),
} satisfies ForeignFormat;
