import type { Failure, FailureReason } from '../http/exchange.ts';
import { networkError } from '../http/network-error.ts';

const FAILURES: Readonly<Record<FailureReason, string>> = {
  dns: 'host name not found',
  'connection-refused': 'connection refused',
  'connection-reset': 'connection reset',
  unreachable: 'not reachable',
  'bad-answer': 'answer not readable',
  tls: 'TLS failed',
  'timed-out': 'timed out',
  'too-many-redirects': 'too many redirects',
  aborted: 'aborted',
  'blocked-mixed-content': 'blocked: mixed content',
  'blocked-local-network': 'blocked: local network access',
  'blocked-by-client': 'blocked by an extension',
  'blocked-by-csp': 'blocked by CSP',
  'blocked-by-cors': 'blocked by CORS',
  'blocked-by-response': 'blocked by the response',
  blocked: 'blocked by the browser',
  'unsafe-redirect': 'unsafe redirect',
  'unsafe-url': 'URL not allowed',
  proxy: 'the proxy failed',
  offline: 'offline',
  'cache-miss': 'no longer in the cache',
  'browser-login': 'browser could not sign in',
  'browser-failed': 'the browser failed',
  unknown: 'failed, reason unknown',
};

/** Why there is no usable response: what the browser's name for it stands for, else the reason. */
export function failureWord({ reason, text }: Failure): string {
  const known = networkError(text);
  return known?.reason === reason ? known.word : FAILURES[reason];
}
