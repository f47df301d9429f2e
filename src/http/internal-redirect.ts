import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';

/**
 * Whether the browser itself changed the URL before it sent anything: for HSTS (RFC 6797 section
 * 8.3) or for an extension. Browsers write this as a redirect that no server sent.
 */
export function isInternalRedirect({ response }: Exchange): boolean {
  if (!response || (response.status !== 307 && response.status !== null)) return false;
  return (
    headerValue(response.headers, 'non-authoritative-reason') !== null ||
    (response.status === 307 && /^internal redirect$/i.test(response.statusText))
  );
}
