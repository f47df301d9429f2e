import { defineDialect } from '../dialect.ts';

/**
 * The browser extension that records for k6.
 *
 * @program k6 Browser Recorder
 * @requestBodies whole
 * @responseBodies left out
 * @headers whole, names in lower case
 * @failures left out
 * @export the extension gives the recording as a HAR file
 */
export default defineDialect({
  name: 'k6 Browser Recorder',
  creator: /\bk6 Browser Recorder$/i,
  insideBrowser: true,
});
