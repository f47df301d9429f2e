import { type ForeignFormat, hasMembers } from '../foreign-format.ts';

/** The JSON report of this project from before it held its recording. */
export default {
  name: 'a report of an older Grantscope',
  advice: 'It does not hold the recording that it was made of. Open the HAR file instead.',
  looksLike: ({ document }) =>
    document.schema === 1 && hasMembers(document, 'schema', 'sources', 'flows'),
} satisfies ForeignFormat;
