import { type ForeignFormat, FROM_PROXY, hasMembers } from '../foreign-format.ts';

/** The collection runner, and the JSON reporter of Newman. */
export default {
  name: 'the result of a Postman run',
  advice: `It holds no requests. ${FROM_PROXY}`,
  looksLike: ({ document }) =>
    hasMembers(document, 'collection', 'run') ||
    hasMembers(document, 'results', 'startedAt', 'totalPass'),
} satisfies ForeignFormat;
