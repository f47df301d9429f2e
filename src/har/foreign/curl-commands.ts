import type { ForeignFormat } from '../foreign-format.ts';

/** Copy as cURL and Copy all as cURL. */
export default {
  name: 'a list of curl commands',
  advice:
    'It holds requests without responses. In the Network panel choose Export HAR or Save all as HAR instead.',
  looksLike: ({ start }) => /^(?:[#$][^\n]*\n\s*)?curl\s/.test(start),
} satisfies ForeignFormat;
