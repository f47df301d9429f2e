import { type ForeignFormat, FROM_PROXY, hasMembers } from '../foreign-format.ts';

/** VCR of Ruby and Python, in YAML or JSON. */
export default {
  name: 'a cassette of VCR',
  advice: FROM_PROXY,
  looksLike: ({ document, start }) =>
    hasMembers(document, 'interactions', 'version') ||
    'http_interactions' in document ||
    /^(?:---\s+)?(?:http_interactions|interactions)\s*:/.test(start),
} satisfies ForeignFormat;
