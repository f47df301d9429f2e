import { type ForeignFormat, FROM_BROWSER, hasMembers } from '../foreign-format.ts';

/** Firefox Profiler. */
export default {
  name: 'a profile of Firefox',
  advice: FROM_BROWSER,
  looksLike: ({ document, start }) =>
    hasMembers(document, 'meta', 'threads', 'libs') ||
    /^\{\s*"meta"\s*:\s*\{[\s\S]{0,2000}"startTime"[\s\S]*"(?:libs|threads)"/.test(start),
} satisfies ForeignFormat;
