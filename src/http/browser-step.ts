import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';

/**
 * Whether the browser itself goes on with the request, so that the entry is one half of a message. It
 * changed the URL before it sent anything, for HSTS (RFC 6797 section 8.3) or for an extension, and
 * wrote that as a redirect that no server sent. Or the server asks it to send the request again with
 * its cookies (Storage Access API, section "Storage access headers").
 */
export function isBrowserStep({ response }: Exchange): boolean {
  if (!response) return false;
  if (/^\s*retry\b/i.test(headerValue(response.headers, 'activate-storage-access') ?? ''))
    return true;
  if (response.status !== 307 && response.status !== null) return false;
  return (
    headerValue(response.headers, 'non-authoritative-reason') !== null ||
    (response.status === 307 && /^internal redirect$/i.test(response.statusText))
  );
}
