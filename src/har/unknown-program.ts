import { isCrossOriginCall } from './blocked-request.ts';
import { defineDialect } from './dialect.ts';
import { urlWithQuery } from './entry-url.ts';
import { asNumber } from './loose.ts';

/** The dialect of a file whose program is not known. */
export const UNKNOWN_PROGRAM = defineDialect({
  name: 'unknown',
  requestUrl: urlWithQuery,
  // What came has header fields: somebody else lost its status.
  losesStatus: ({ headers }) => Array.isArray(headers) && headers.length > 0,
  // Programs that record in a browser write 0 or -1 for what the browser kept from the page.
  failure({ request, response, url, text }) {
    const status = asNumber(response.status);
    const isBlocked = status !== null && status <= 0 && isCrossOriginCall(request, url);
    if (isBlocked) return { reason: 'blocked', text: `status ${status}` };
    return text === '' ? { reason: 'unknown', text: null } : null;
  },
});
