import type { ForeignFormat } from '../foreign-format.ts';

/** Proxy, HTTP history, Save items. */
export default {
  name: 'an XML export of Burp Suite',
  advice:
    'Burp writes HAR only with an extension. Browse through Burp with DevTools open, and export HAR there.',
  looksLike: ({ start }) => /<items\s+burpVersion=/.test(start),
} satisfies ForeignFormat;
