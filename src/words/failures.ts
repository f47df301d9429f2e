import type { FailureReason } from '../http/exchange.ts';

const FAILURES: Readonly<Record<FailureReason, string>> = {
  dns: 'host name not found',
  'connection-refused': 'connection refused',
  'connection-reset': 'connection reset',
  tls: 'TLS failed',
  'timed-out': 'timed out',
  aborted: 'aborted',
  'blocked-mixed-content': 'blocked: mixed content',
  'blocked-by-client': 'blocked by an extension',
  'blocked-by-response': 'blocked by the response',
  blocked: 'blocked by the browser',
  'unsafe-redirect': 'unsafe redirect',
  proxy: 'the proxy failed',
  offline: 'offline',
  unknown: 'failed, reason unknown',
};

/** Why there is no usable response. */
export const failureWord = (reason: FailureReason): string => FAILURES[reason];
