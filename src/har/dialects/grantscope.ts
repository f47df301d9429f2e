import { defineDialect } from '../dialect.ts';
import { GRANTSCOPE } from '../own/grantscope-name.ts';
import { hasNote, ownExchange } from '../own/own-exchange.ts';

/**
 * Grantscope itself. `_grantscope` in each entry and in the log says what HAR cannot, so the recording
 * is read as it was written.
 *
 * @program Grantscope
 * @requestBodies whole
 * @responseBodies those that were recorded
 * @headers whole
 * @failures the reason, and the browser's error name
 * @notes navigations, gaps and the times of several recorders are kept. A redacted file says what was
 *   replaced
 * @export *Export*, format *HAR*, or `npm run --silent redact -- login.har --out shared.har`
 */
export default defineDialect({
  name: GRANTSCOPE,
  creator: /^Grantscope$/,
  looksLike: hasNote,
  whole: ownExchange,
});
