import { isCrossOriginCall } from './blocked-request.ts';
import { defineDialect } from './dialect.ts';
import { urlWithQuery } from './entry-url.ts';
import { asNumber } from './loose.ts';

/** The dialect of a file whose program is not known. */
export const UNKNOWN_PROGRAM = defineDialect({
  name: 'unknown',
  requestUrl: urlWithQuery,
  // Programs that record in a browser write 0 or -1 for what the browser kept from the page.
  failure({ request, response, url }) {
    const status = asNumber(response.status);
    if (status === null || status > 0 || !isCrossOriginCall(request, url)) return null;
    return { reason: 'blocked', text: `status ${status}` };
  },
});
