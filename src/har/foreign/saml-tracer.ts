import { type ForeignFormat, FROM_BROWSER, hasMembers } from '../foreign-format.ts';

/** SAML-tracer: Export. */
export default {
  name: 'an export of SAML-tracer',
  advice: `It holds no response bodies. ${FROM_BROWSER}`,
  looksLike: ({ document, start }) =>
    (hasMembers(document, 'requests', 'timestamp') && !('log' in document)) ||
    /^\{\s*"requests"\s*:\s*\[\s*\{[\s\S]*"requestHeaders"\s*:/.test(start),
} satisfies ForeignFormat;
