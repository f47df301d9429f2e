import { parseUrl, withoutFragment } from '../http/url.ts';

type RequestUrl =
  | { readonly url: string; readonly notes: readonly string[] }
  | { readonly refused: string };

/**
 * The URL to request, without fragment and credentials. It is as recorded if programs and the URL
 * standard read it alike, else as the standard writes it.
 */
export function requestUrl(recorded: string): RequestUrl {
  const parsed = parseUrl(recorded);
  if (!parsed) return { refused: 'The URL cannot be read.' };
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    return { refused: 'Only requests with an http or https URL can be sent again.' };
  }
  if (parsed.username !== '' || parsed.password !== '') {
    parsed.username = '';
    parsed.password = '';
    const notes = ['User name and password are left out of the URL.'];
    return { url: withoutFragment(parsed.href), notes };
  }
  const bare = withoutFragment(recorded);
  return { url: readAlike(bare, parsed) ? bare : withoutFragment(parsed.href), notes: [] };
}

function readAlike(recorded: string, parsed: URL): boolean {
  if (!/^[\x21-\x5B\x5D-\x7E]+$/.test(recorded)) return false;
  const origin = `${parsed.protocol}//${parsed.host}`;
  const rest = recorded.slice(origin.length);
  return recorded.toLowerCase().startsWith(origin) && /^[/?]/.test(rest);
}
