import { type ForeignFormat, hasMembers } from '../foreign-format.ts';

/** The JSON report of this project without a recording, or with one that is not known here. */
export default {
  name: 'a Grantscope report without a recording that this version can read',
  advice: 'Open it with the version that wrote it, or open the HAR file instead.',
  looksLike: ({ document }) =>
    document.schema !== 1 && hasMembers(document, 'schema', 'sources', 'flows'),
} satisfies ForeignFormat;
