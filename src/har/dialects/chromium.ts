import { blockedReason } from '../blocked-request.ts';
import { chromiumBrand } from '../chromium-brand.ts';
import { defineDialect } from '../dialect.ts';
import { asText, isRecord } from '../loose.ts';

const NAME = 'Chromium DevTools';

/**
 * DevTools of Chromium and of every browser that is built on it.
 *
 * @program Chrome, Edge and other Chromium browsers
 * @requestBodies whole
 * @responseBodies those that the browser still has
 * @headers whole; a sanitized file (the default) has no `Cookie`, `Set-Cookie` and `Authorization`
 * @failures the browser's error name
 * @notes URLs have no fragment. A sanitized file does not say so: it counts as sanitized when it
 *   has none of the three headers. A request through a service worker has two entries, which are
 *   read as one
 * @export DevTools, Network, the download arrow: *Export HAR (with sensitive data)*. The menu has it
 *   once *Allow to generate HAR with sensitive data* is on in the DevTools settings, under Network
 */
export default defineDialect({
  name: NAME,
  creator: /^WebInspector$/i,
  insideBrowser: true,
  omitsCredentials: true,
  hasPlainEntries: true,
  paramsAreEncoded: true,
  // Grantscope writes some of these fields too.
  looksLike: ({ _resourceType, _grantscope, response }) =>
    asText(_resourceType) !== null &&
    isRecord(response) &&
    '_error' in response &&
    _grantscope === undefined,
  title: (_, brand) => (brand === null ? NAME : `${brand} DevTools`),
  brandOf: chromiumBrand,
  // 0 is a request that still waits for its response.
  duration: (time) => (time === 0 ? null : time),
  delivered: ({ _error }) => (_error === null ? true : null),
  // The error is empty for a request that was blocked, and null for one that DevTools lost. Requests
  // that CSP blocks are not in the file, so a page of unknown scheme counts as secure.
  failure: (entry) =>
    entry.text === '' ? { reason: blockedReason(entry, true), text: null } : null,
});
