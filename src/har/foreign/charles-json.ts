import { CHARLES, type ForeignFormat, hasMembers } from '../foreign-format.ts';

/** File > Export Session > JSON Session File. */
export default {
  name: 'a JSON session of Charles (.chlsj)',
  advice: CHARLES,
  looksLike: ({ document }) => hasMembers(document, 'tunnel', 'keptAlive', 'request'),
} satisfies ForeignFormat;
