import type { Failure } from '../../http/exchange.ts';
import { blockedReason } from '../blocked-request.ts';
import { defineDialect, type UnexplainedEntry } from '../dialect.ts';
import { asNumber, asText, isRecord } from '../loose.ts';

/**
 * The network panel of Firefox.
 *
 * @program Firefox
 * @requestBodies whole up to 1 MiB
 * @responseBodies whole
 * @headers whole
 * @failures only that no response arrived
 * @notes URLs have their fragment; the status of some responses is lost
 * @export DevTools, Network, the cogwheel: *Save All As HAR*. Switch on *Persist Logs* before the
 *   login
 */
export default defineDialect({
  name: 'Firefox',
  creator: /^Firefox/i,
  insideBrowser: true,
  hasPlainEntries: true,
  requestBodyLimit: 1_048_576,
  looksLike: ({ _securityState }) => asText(_securityState) !== null,
  // Firefox counts the bytes of a header block once it was sent.
  requestHeadersComplete: ({ raw }) => (asNumber(raw.headersSize) ?? -1) > 0,
  // The document was left before Firefox noted the status of what had arrived.
  losesStatus: ({ headers }) => Array.isArray(headers) && headers.length > 0,
  failure,
});

/** Firefox writes no error text: only the fields of the entry show what happened. */
function failure(unexplained: UnexplainedEntry): Failure {
  const { entry, request, response } = unexplained;
  if (entry._securityState === 'broken') return { reason: 'tls', text: null };
  const timings = isRecord(entry.timings) ? entry.timings : {};
  const unsent = !request.httpVersion && response.bodySize === -1;
  if (unsent && Object.keys(timings).length === 0) {
    return { reason: blockedReason(unexplained, false), text: null };
  }
  return { reason: 'unknown', text: null };
}
