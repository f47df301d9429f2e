import { type ForeignFormat, FROM_BROWSER, hasMembers } from '../foreign-format.ts';

/** DevTools, Performance, Save; or Lighthouse. */
export default {
  name: 'a performance trace of Chrome',
  advice: FROM_BROWSER,
  looksLike: ({ document, start }) =>
    'traceEvents' in document ||
    /^\{\s*"traceEvents"\s*:/.test(start) ||
    hasMembers(document, 'ph', 'pid', 'ts'),
} satisfies ForeignFormat;
