import {
  type CorsReason,
  type CorsResult,
  corsCheck,
  type PreflightReason,
  type PreflightResult,
  preflightCheck,
} from '../../http/cors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { memoised } from '../../http/memo.ts';
import type { Message } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';
import { credentialsOf, crossOriginOf, isBlockedUnasked, isCorsBlock } from './cors-call.ts';
import { issuedTokenWasUsed } from './token-use.ts';

/** Why a page may not read a response, or may not even send the request. */
export interface CorsRefusal {
  readonly kind: 'refused';
  readonly on: 'request' | 'preflight';
  /** The exchange whose response refuses. */
  readonly exchange: Exchange;
  readonly origin: string;
  readonly reason: CorsReason | PreflightReason;
  /** The header as sent; null when absent. */
  readonly observed: string | null;
  readonly expected: string;
  readonly refusedHeaders: readonly string[];
  /** True when the use of credentials is inferred from the browser's behaviour. */
  readonly inferred: boolean;
}

/** Whether a page was allowed to make a call and to read its response. */
export type CorsVerdict =
  | CorsRefusal
  | { readonly kind: 'unclear'; readonly reason: string }
  /** Not subject to CORS, or readable as far as the recording shows. */
  | { readonly kind: 'fine' }
  /** Allowed by this browser, but not by the standard: `*` for `Authorization`. */
  | {
      readonly kind: 'lax';
      readonly refusedHeaders: readonly string[];
      readonly exchange: Exchange;
    };

const FINE = { kind: 'fine' } as const;

const UNNAMED_BLOCK =
  'The browser blocked the request without saying why: CORS, a content security policy, mixed content or local network access.';

const LOST_STATUS =
  'The status of the answer to the preflight was not recorded, so that nobody can tell whether it allows the request.';

/** Cached, because several checks ask for the same verdict. A flow that changes is a new object. */
const verdictsOf = memoised((flow: Flow) => memoised((message: Message) => decide(message, flow)));

/** Decides by the Fetch standard, unless the recording has the browser's own decision. */
export function corsVerdict(message: Message, flow: Flow): CorsVerdict {
  return verdictsOf(flow)(message);
}

function decide(message: Message, flow: Flow): CorsVerdict {
  const { exchange } = message;
  const origin = crossOriginOf(message);
  if (origin === null) return isBlockedUnasked(message) ? unclear(UNNAMED_BLOCK) : FINE;
  if (message.kind === 'preflight') return lonePreflight(exchange, origin);
  if (exchange.delivered === true) return laxPreflight(message.preflight, origin);
  if (exchange.response === null) return unanswered(message, origin);
  const foreign = exchange.failure !== null && !isCorsBlock(exchange.failure);
  if (foreign || isUsed(message, flow)) return FINE;
  return requestVerdict(exchange, origin);
}

function requestVerdict(exchange: Exchange, origin: string): CorsVerdict {
  const { response, delivered } = exchange;
  if (!response) return FINE;
  const input = { origin, headers: response.headers, headersComplete: response.headersComplete };
  const result = corsCheck({ ...input, credentials: credentialsOf(exchange) });
  if (result.ok === false) return refusal('request', exchange, origin, result, false);
  if (delivered !== false) {
    if (result.ok || response.headersComplete) return FINE;
    return unclear('The recording leaves out response headers, so CORS cannot be judged.');
  }
  // The browser withheld the response. If credentials are the only possible reason, they were sent.
  const strict = corsCheck({ ...input, credentials: true });
  if (result.ok === null && strict.ok === false) {
    return refusal('request', exchange, origin, strict, true);
  }
  return unclear(
    'The browser withheld the response although its CORS headers, as recorded, allow reading it.',
  );
}

function unanswered({ exchange, preflight }: Message, origin: string): CorsVerdict {
  const blocked = isCorsBlock(exchange.failure);
  // Only recorded credentials count here: a blocked request may also have had a bad answer.
  const result = preflight ? preflightResult(preflight, origin, credentialsOf(exchange)) : null;
  if (preflight && result?.ok === false && (!result.laxOnly || exchange.failure)) {
    return refusal('preflight', preflight, origin, result, false);
  }
  if (!blocked) return FINE;
  if (preflight?.response?.status === null) return unclear(LOST_STATUS);
  return unclear(
    preflight
      ? 'The browser blocked the request although its preflight, as recorded, allows it.'
      : UNNAMED_BLOCK,
  );
}

function lonePreflight(exchange: Exchange, origin: string): CorsVerdict {
  const result = preflightResult(exchange, origin, null);
  if (result?.ok === false) return refusal('preflight', exchange, origin, result, false);
  return exchange.response?.status === null ? unclear(LOST_STATUS) : FINE;
}

function laxPreflight(preflight: Exchange | null, origin: string): CorsVerdict {
  const result = preflight ? preflightResult(preflight, origin, false) : null;
  return preflight && result?.ok === false && result.laxOnly
    ? { kind: 'lax', refusedHeaders: result.refusedHeaders, exchange: preflight }
    : FINE;
}

function preflightResult(
  { request, response }: Exchange,
  origin: string,
  credentials: boolean | null,
): PreflightResult | null {
  const requestMethod = headerValue(request.headers, 'access-control-request-method');
  if (!response || requestMethod === null) return null;
  const requestHeaders = headerValue(request.headers, 'access-control-request-headers') ?? '';
  return preflightCheck({
    origin,
    credentials,
    headers: response.headers,
    headersComplete: response.headersComplete,
    requestMethod: requestMethod.trim(),
    requestHeaders: requestHeaders.split(','),
    status: response.status,
  });
}

/**
 * Whether the page goes on with a token of the response. Then it read the response, whatever the
 * headers say.
 */
function isUsed(message: Message, flow: Flow): boolean {
  return message.kind === 'token-request' && issuedTokenWasUsed(flow, message);
}

function refusal(
  on: CorsRefusal['on'],
  exchange: Exchange,
  origin: string,
  result: Extract<CorsResult | PreflightResult, { ok: false }>,
  inferred: boolean,
): CorsRefusal {
  const { reason, observed, expected } = result;
  const refusedHeaders = 'refusedHeaders' in result ? result.refusedHeaders : [];
  return {
    kind: 'refused',
    on,
    exchange,
    origin,
    reason,
    observed,
    expected,
    refusedHeaders,
    inferred,
  };
}

function unclear(reason: string): CorsVerdict {
  return { kind: 'unclear', reason };
}
