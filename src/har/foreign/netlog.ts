import { type ForeignFormat, FROM_BROWSER, hasMembers } from '../foreign-format.ts';

/** chrome://net-export. */
export default {
  name: 'a NetLog of Chrome',
  advice: `It holds no bodies. ${FROM_BROWSER}`,
  looksLike: ({ document, start }) =>
    hasMembers(document, 'constants', 'events') ||
    /^\{\s*"constants"\s*:.*"logEventTypes"/s.test(start),
} satisfies ForeignFormat;
