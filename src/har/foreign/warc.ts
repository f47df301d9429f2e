import { type ForeignFormat, FROM_BROWSER } from '../foreign-format.ts';

/** ISO 28500, as crawlers and archiving extensions write it. */
export default {
  name: 'a web archive (WARC)',
  advice: `Archiving programs convert HAR to WARC, not back. ${FROM_BROWSER}`,
  looksLike: ({ start }) => start.startsWith('WARC/'),
} satisfies ForeignFormat;
