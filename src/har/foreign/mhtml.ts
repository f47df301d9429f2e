import { type ForeignFormat, FROM_BROWSER } from '../foreign-format.ts';

/** Save page as, single file. */
export default {
  name: 'a saved web page (MHTML)',
  advice: FROM_BROWSER,
  looksLike: ({ start }) => /^(?:From: <Saved by |MIME-Version: 1)/.test(start),
} satisfies ForeignFormat;
