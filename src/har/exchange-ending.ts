import type { Destination, Failure } from '../http/exchange.ts';
import { failureReason } from '../http/network-error.ts';
import type { Dialect } from './dialect.ts';
import type { KindEvidence } from './entry-kind.ts';
import { asNumber, type Loose } from './loose.ts';

/** How an exchange ended, as far as its entry says. */
export interface ExchangeEnding {
  /** Whether a response arrived. */
  readonly answered: boolean;
  /** Null when it is not known, or when no response arrived. */
  readonly status: number | null;
  readonly failure: Failure | null;
  readonly delivered: boolean | null;
  /** The browser kept the response from the page, and its body from the recorder. */
  readonly withheld: boolean;
}

interface Evidence extends KindEvidence {
  readonly url: string;
  readonly destination: Destination;
  readonly dialect: Dialect;
}

/** Errors that Chromium's network stack sets on an exchange whose response was used. */
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
  const { dialect, url } = evidence;
  const number = asNumber(response.status);
  const status = number !== null && number >= 100 && number <= 999 ? Math.floor(number) : null;
  const own = dialect.ownAnswer(response);
  const text = own ?? dialect.errorText(entry, response);
  if (text && (own !== null || status === null)) {
    const failure = { reason: failureReason(text), text };
    return { answered: false, status: null, failure, delivered: null, withheld: false };
  }
  if (text && status !== null) {
    return { answered: true, status, ...failureWithStatus(text, status, evidence) };
  }
  if (status !== null) {
    const delivered = dialect.delivered(response);
    return { answered: true, status, failure: null, delivered, withheld: false };
  }
  const answered = dialect.losesStatus(response);
  const failure = answered ? null : dialect.failure({ entry, request, response, url, text });
  return { answered, status, failure, delivered: null, withheld: false };
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
