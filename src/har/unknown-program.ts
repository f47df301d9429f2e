import { isCrossOriginCall } from './blocked-request.ts';
import { defineDialect } from './dialect.ts';
import { urlWithQuery } from './entry-url.ts';
import { asNumber } from './loose.ts';

/** The dialect of a file whose program is not known. */
export const UNKNOWN_PROGRAM = defineDialect({
  name: 'unknown',
  requestUrl: urlWithQuery,
  // A status line comes before the fields of a response (RFC 9112 section 2.1), and every known program
  // writes no fields where no response came. So whoever wrote fields without a status lost it: it is
  // unknown, and nothing failed.
  losesStatus: ({ headers }) => Array.isArray(headers) && headers.length > 0,
  // Programs that record in a browser write 0 or -1 for what the browser kept from the page.
  failure({ request, response, url, text }) {
    const status = asNumber(response.status);
    const isBlocked = status !== null && status <= 0 && isCrossOriginCall(request, url);
    if (isBlocked) return { reason: 'blocked', text: `status ${status}` };
    return text === '' ? { reason: 'unknown', text: null } : null;
  },
});
