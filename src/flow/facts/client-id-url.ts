import { parseUrl } from '../../http/url.ts';

/** Whether a `client_id` is a URL, as that of a client that publishes its own metadata. */
export function isClientIdUrl(clientId: string): boolean {
  return /^https?:\/\//i.test(clientId) && parseUrl(clientId) !== null;
}

/**
 * What forbids a URL as `client_id` (OAuth Client ID Metadata Document section 3), as a clause about
 * it; null when nothing does.
 */
export function clientIdUrlFault(clientId: string): string | null {
  const url = parseUrl(clientId);
  if (url === null) return null;
  if (url.protocol !== 'https:') return 'its scheme is not https';
  if (url.username !== '' || url.password !== '') return 'it has a user name in it';
  if (clientId.includes('#')) return 'it has a fragment';
  if (!/^https:\/\/[^/?#]+\//i.test(clientId)) return 'it has no path';
  return /\/\.{1,2}(?:[/?]|$)/.test(clientId) ? 'its path has dots as a segment' : null;
}
