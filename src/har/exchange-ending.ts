import type { Destination, Failure, FailureReason } from '../http/exchange.ts';
import type { Recorder } from './dialect.ts';
import { initiatorOf, type KindEvidence } from './entry-kind.ts';
import { failureReason } from './failure-reason.ts';
import { asNumber, asText, isRecord, type Loose } from './loose.ts';

/** How an exchange ended, as far as its recorder tells. */
export interface ExchangeEnding {
  /** Whether a response came. */
  readonly answered: boolean;
  /** Null when it is not known, or no response came. */
  readonly status: number | null;
  readonly failure: Failure | null;
  readonly delivered: boolean | null;
  /** The browser kept the response from the page, and its body from the recorder. */
  readonly withheld: boolean;
}

interface Evidence extends KindEvidence {
  readonly url: string;
  readonly destination: Destination;
  readonly recorder: Recorder;
}

/** Errors that Chromium sets on an exchange that ended as it should: a response came and was used. */
const HARMLESS = new Set([
  'net::ERR_INVALID_AUTH_CREDENTIALS',
  'net::ERR_HTTP_RESPONSE_CODE_FAILURE',
]);

/** Reads status and error together: a browser withholds responses that have a status. */
export function endingOf(
  entry: Loose,
  request: Loose,
  response: Loose,
  evidence: Evidence,
): ExchangeEnding {
  const number = asNumber(response.status);
  const status = number !== null && number >= 100 && number <= 999 ? Math.floor(number) : null;
  const text = errorText(entry, response);
  if (status === null) {
    // The document went away before Firefox noted the status of what had come.
    const answered = evidence.recorder === 'firefox' && !text && hasHeaders(response);
    const failure = answered
      ? null
      : failureWithoutStatus(entry, request, response, text, evidence);
    return { answered, status, failure, delivered: null, withheld: false };
  }
  if (!text) {
    // Only Chromium says null; a recorder without the field does not know.
    const delivered = evidence.recorder === 'chromium' && response._error === null ? true : null;
    return { answered: true, status, failure: null, delivered, withheld: false };
  }
  return { answered: true, status, ...failureWithStatus(text, status, evidence) };
}

function failureWithStatus(
  text: string,
  status: number,
  { destination, preflight }: Evidence,
): Omit<ExchangeEnding, 'answered' | 'status'> {
  if (HARMLESS.has(text)) return { failure: null, delivered: true, withheld: false };
  if (text === 'net::ERR_ABORTED') {
    // A navigation to a download or a 204 stays on its page: nothing failed.
    const navigation = destination === 'document' || destination === 'iframe' || status === 204;
    const failure: Failure | null = navigation ? null : { reason: 'aborted', text };
    return { failure, delivered: null, withheld: false };
  }
  const refused = text === 'net::ERR_FAILED' || (preflight && text === 'net::ERR_INVALID_REDIRECT');
  const reason = refused ? 'blocked' : failureReason(text);
  const withheld = reason.startsWith('blocked');
  return { failure: { reason, text }, delivered: withheld ? false : null, withheld };
}

function failureWithoutStatus(
  entry: Loose,
  request: Loose,
  response: Loose,
  text: string | null,
  evidence: Evidence,
): Failure | null {
  if (text) return { reason: failureReason(text), text };
  // Chromium writes an empty error for what it blocked before sending, null for what it lost sight of.
  if (evidence.recorder === 'chromium') {
    return text === '' ? { reason: blockedReason(entry, evidence), text: null } : null;
  }
  if (evidence.recorder === 'firefox') return firefoxFailure(entry, request, response, evidence);
  if (entry._wasAborted === true) return { reason: 'aborted', text: null };
  return null;
}

function hasHeaders({ headers }: Loose): boolean {
  return Array.isArray(headers) && headers.length > 0;
}

/** Firefox gives no error text: only the shape of the entry tells what happened. */
function firefoxFailure(
  entry: Loose,
  request: Loose,
  response: Loose,
  evidence: Evidence,
): Failure | null {
  if (entry._securityState === 'broken') return { reason: 'tls', text: null };
  const timings = isRecord(entry.timings) ? entry.timings : {};
  const unsent = !request.httpVersion && response.bodySize === -1;
  if (unsent && Object.keys(timings).length === 0) {
    return { reason: blockedReason(entry, evidence), text: null };
  }
  return { reason: 'unknown', text: null };
}

/**
 * Mixed Content section 5: plain http asked for by a secure page. Anything else may be CSP. In
 * Chromium a page of unknown scheme counts as secure: what CSP blocks makes no entry there.
 */
function blockedReason(entry: Loose, { url, recorder }: Evidence): FailureReason {
  if (!/^http:/i.test(url)) return 'blocked';
  const request = isRecord(entry.request) ? entry.request : {};
  const page = initiatorOf(entry._initiator) ?? referrerOf(request);
  const secure = page === null ? recorder === 'chromium' : /^https:/i.test(page);
  return secure ? 'blocked-mixed-content' : 'blocked';
}

function referrerOf(request: Loose): string | null {
  for (const header of Array.isArray(request.headers) ? request.headers : []) {
    if (isRecord(header) && /^(?:referer|origin)$/i.test(asText(header.name) ?? '')) {
      return asText(header.value);
    }
  }
  return null;
}

/** Chromium and mitmproxy, Playwright, Charles; null when nothing is said, '' when it is empty. */
function errorText(entry: Loose, response: Loose): string | null {
  const text = asText(response._error) ?? asText(response._failureText) ?? asText(entry._error);
  if (text !== null) return text;
  const charles = asText(response._charlesStatus);
  return charles === 'EXCEPTION' || charles === 'FAILED' ? charles : null;
}
