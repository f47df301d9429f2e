import { defineDialect } from '../dialect.ts';

/**
 * Programs that make HAR of the events of Chromium's debugging protocol.
 *
 * @program Puppeteer recorders (chrome-har)
 * @requestBodies as decoded parameters
 * @responseBodies only with `includeTextFromResponseBody`
 * @headers the `Set-Cookie` of redirects is missing
 * @failures left out
 * @export chrome-har: `harFromMessages(events, { includeTextFromResponseBody: true })`
 */
export default defineDialect({
  name: 'chrome-har',
  creator: /^(?:puppeteer|chrome-har|browsertime|sitespeed)/i,
  insideBrowser: true,
  responseHeadersComplete: false,
});
