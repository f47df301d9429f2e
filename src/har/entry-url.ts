import { asText, isRecord, type Loose } from './loose.ts';

/**
 * HAR 1.2 `request.url`. Insomnia keeps the query in `queryString` alone: it is put back, before
 * the fragment.
 */
export function requestUrl(request: Loose): string {
  const url = asText(request.url) ?? '';
  const query = request.queryString;
  if (!Array.isArray(query) || query.length === 0 || url.includes('?')) return url;
  const pairs = query.filter(isRecord).map(({ name, value }) => {
    return `${encoded(asText(name) ?? '')}=${encoded(asText(value) ?? '')}`;
  });
  const hash = url.indexOf('#');
  const end = hash < 0 ? url.length : hash;
  return pairs.length === 0 ? url : `${url.slice(0, end)}?${pairs.join('&')}${url.slice(end)}`;
}

/** Some write the query decoded, some as it was on the wire. */
function encoded(text: string): string {
  const raw = text.includes('%') && /^(?:[\w.~!$'()*,;:@/?+-]|%[0-9a-f]{2})*$/i.test(text);
  if (raw) return text;
  try {
    return encodeURIComponent(text);
  } catch {
    // An unpaired surrogate, which no URL can hold.
    return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, '\uFFFD'));
  }
}
