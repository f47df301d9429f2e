import { type ForeignFormat, hasMembers } from '../foreign-format.ts';

/** Safari, Timelines, Export. */
export default {
  name: 'a timeline recording of Web Inspector',
  advice: 'Use Export in the Network tab of Web Inspector instead.',
  looksLike: ({ document }) => hasMembers(document, 'version', 'recording', 'overview'),
} satisfies ForeignFormat;
