import { defineDialect } from '../dialect.ts';
import { asText, type Loose } from '../loose.ts';

/**
 * Playwright, whichever browser it drives: `recordHar` and the network log of a trace, which has no
 * `creator`.
 *
 * @program Playwright
 * @requestBodies whole; in a trace beside the log
 * @responseBodies whole; with `content: 'attach'` or `'omit'`, and in a trace, not in the file
 * @headers whole
 * @failures the browser's error name
 * @notes the archive of a trace is read as it is, and so is its `trace.network`
 * @export `browser.newContext({ recordHar: { path: 'login.har' } })`, then `await context.close()`
 */
export default defineDialect({
  name: 'Playwright',
  creator: /^Playwright/i,
  insideBrowser: true,
  looksLike: (entry) => '_monotonicTime' in entry,
  isBodyApart: (holder: Loose) => '_sha1' in holder || '_file' in holder,
  errorText: (_, { _failureText }) => asText(_failureText),
  frame: ({ _frameref }) => asText(_frameref),
});
