import { type ForeignFormat, FROM_PROXY, hasMembers } from '../foreign-format.ts';

/** nock.recorder with output_objects. */
export default {
  name: 'a recording of nock',
  advice: FROM_PROXY,
  looksLike: ({ document }) =>
    hasMembers(document, 'scope', 'method', 'path', 'status', 'response'),
} satisfies ForeignFormat;
