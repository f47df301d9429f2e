import { type ForeignFormat, hasMembers } from '../foreign-format.ts';

/** The JSON report of this project without the recording in it. */
export default {
  name: 'a Grantscope report',
  advice: 'It holds no traffic.',
  looksLike: ({ document }) => hasMembers(document, 'schema', 'sources', 'flows'),
} satisfies ForeignFormat;
