import type { FailureReason } from '../http/exchange.ts';

/** The first match counts: Chromium's net errors, Firefox's nsresult names, phrases of proxies. */
const REASONS: readonly (readonly [RegExp, FailureReason])[] = [
  [
    /ERR_(?:NAME_|DNS_|ICANN_)|UNKNOWN_(?:PROXY_)?HOST|ENOTFOUND|EAI_AGAIN|getaddrinfo|name resol|name or service not known|hostname could not be found/i,
    'dns',
  ],
  [/PROXY|TUNNEL_CONNECTION/i, 'proxy'],
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED|NS_ERROR_OFFLINE|\boffline\b/i, 'offline'],
  [
    /CONNECTION_REFUSED|ECONNREFUSED|refused|could not connect to the server/i,
    'connection-refused',
  ],
  [/TIMED_OUT|TIMEOUT|ETIMEDOUT|timed out/i, 'timed-out'],
  [/BLOCKED_BY_CLIENT/, 'blocked-by-client'],
  [/BLOCKED_BY_(?:RESPONSE|ORB)|XFO_VIOLATION|CSP_FRAME_ANCESTOR/, 'blocked-by-response'],
  [/MIXED_CONTENT/i, 'blocked-mixed-content'],
  [/UNSAFE_REDIRECT|DISALLOWED_URL_SCHEME|UNKNOWN_URL_SCHEME/, 'unsafe-redirect'],
  [
    /ERR_FAILED|ERR_UNSAFE_PORT|BLOCKED|Access-Control-Allow-|access control checks|NS_ERROR_DOM_BAD_URI|CONTENT_BLOCKED/i,
    'blocked',
  ],
  [/ERR_CERT|SSL|TLS|SEC_ERROR|MOZILLA_PKIX|certificate|CERTIFICATE/i, 'tls'],
  [/ABORTED|cancell?ed/i, 'aborted'],
  [
    /EMPTY_RESPONSE|CONNECTION_(?:RESET|CLOSED|FAILED)|NET_(?:RESET|INTERRUPT)|ECONNRESET|HTTP2_|QUIC_|SPDY_|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|SOCKET_NOT_CONNECTED|connection (?:was )?(?:lost|closed|reset)|disconnected|socket hang up/i,
    'connection-reset',
  ],
  [/ADDRESS_UNREACHABLE|ADDRESS_INVALID|EHOSTUNREACH|ENETUNREACH/i, 'connection-refused'],
];

/** The reason behind the error text of a browser or proxy. */
export function failureReason(text: string): FailureReason {
  const bounded = text.slice(0, 400);
  return REASONS.find(([pattern]) => pattern.test(bounded))?.[1] ?? 'unknown';
}
