import { type ForeignFormat, hasMembers } from '../foreign-format.ts';

/** The log performance of Selenium, or the events of the DevTools Protocol. */
export default {
  name: 'a performance log of WebDriver',
  advice:
    'Convert its events with chrome-har (harFromMessages), or record the login in a browser with DevTools open.',
  looksLike: ({ document, start }) =>
    (hasMembers(document, 'level', 'message', 'timestamp') && /Network\.|Page\./.test(start)) ||
    (typeof document.method === 'string' && /^(?:Network|Page|Fetch)\./.test(document.method)),
} satisfies ForeignFormat;
