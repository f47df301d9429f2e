import { textOfBase64 } from '../../har/base64-text.ts';
import firefox from '../../har/dialects/firefox.ts';
import { entryStart } from '../../har/entry.ts';
import { isRecord } from '../../har/loose.ts';
import type { Browser } from './browser.ts';

/** The clock of the page and that of the log may differ by this many milliseconds. */
const CLOCK_SLACK = 1_000;

/** Firefox. */
export const FIREFOX: Browser = {
  dialect: firefox,
  keepLogSetting: 'Persist Logs',

  // Reading the log while a page loads makes Firefox lose the page's requests. So it is read once
  // when all is quiet, and never on a timer that could meet the next login.
  logPace: { quiet: 1_500, patience: null, again: null, idle: null },
  // It reads 2,000 entries in 3 s, and a body of 50 MB in 3 to 6 s. Meanwhile the window hardly
  // answers.
  logLimit: { entries: 1_000, bytes: 10_000_000 },
  readsLogWhileLoading: false,
  // It puts the entries of all pages into one page of the log.
  keepsPages({ entries }, page) {
    const first = (page?.since ?? Number.NEGATIVE_INFINITY) - CLOCK_SLACK;
    return entries.some((entry) => (entryStart(entry) ?? first) < first);
  },
  isPending({ request, response }) {
    const { status, headers, content } = isRecord(response) ? response : {};
    // Headers without a status mean that the status was lost, not that it is awaited.
    if (status || (Array.isArray(headers) && headers.length > 0)) return false;
    // As soon as the request has ended, a type is named, be it an empty one.
    if (isRecord(content) && content.mimeType !== undefined) return false;
    // What was blocked before it was sent has no size. It may also wait for its preflight.
    return !isRecord(request) || request.headersSize !== 0;
  },

  tellsOfUrlChanges: false,
  losesPageRequests: true,
  hidesOwnPages: false,

  forgetsBodies: false,
  // The entry has the encoding.
  decodeBody({ text }, { response }) {
    const content = isRecord(response) ? response.content : null;
    return isRecord(content) && content.encoding === 'base64' ? textOfBase64(text) : text;
  },

  allHeaders: [],
  patternsHavePorts: false,
  redirectHidesHeaders: true,
  blockKeepsPage: true,
  // `webRequest` shows which request met one, without a prompt of its own.
  rulePermissions: ['webRequest'],
  deliversCompleted: null,
};
