import { type ForeignFormat, FROM_PROXY, hasMembers } from '../foreign-format.ts';

/** Postman: Export of a collection. */
export default {
  name: 'a Postman collection',
  advice: `It holds requests that were not sent. ${FROM_PROXY}`,
  looksLike: ({ document, start }) =>
    hasMembers(document, 'info', 'item') ||
    /"schema"\s*:\s*"https:\/\/schema\.(?:get)?postman\.com/.test(start),
} satisfies ForeignFormat;
