import type { ForeignFormat } from '../foreign-format.ts';

/** What mitmproxy saves: tnetstrings, one for each flow. */
export default {
  name: 'a flow file of mitmproxy',
  advice: 'Convert it: mitmdump -nr FILE --set hardump=login.har',
  looksLike: ({ start }) => /^\d+:\d+:[a-z_]+;/.test(start),
} satisfies ForeignFormat;
