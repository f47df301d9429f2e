import { type ForeignFormat, FROM_BROWSER, hasMembers } from '../foreign-format.ts';

/** DevTools, Recorder, Export as JSON. */
export default {
  name: 'a recording of user actions',
  advice: FROM_BROWSER,
  looksLike: ({ document }) => hasMembers(document, 'title', 'steps'),
} satisfies ForeignFormat;
