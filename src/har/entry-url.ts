import { asText, isRecord, type Loose } from './loose.ts';

/** HAR 1.2 `request.url`; empty when there is none. */
export function requestUrl(request: Loose): string {
  return asText(request.url) ?? '';
}

/** The same for programs that can keep the query in `queryString` alone: adds it to the URL. */
export function urlWithQuery(request: Loose): string {
  const url = requestUrl(request);
  const query = request.queryString;
  if (!Array.isArray(query) || query.length === 0 || url.includes('?')) return url;
  const pairs = query.filter(isRecord).map(({ name, value }) => {
    return `${encoded(asText(name) ?? '')}=${encoded(asText(value) ?? '')}`;
  });
  const hash = url.indexOf('#');
  const end = hash < 0 ? url.length : hash;
  return pairs.length === 0 ? url : `${url.slice(0, end)}?${pairs.join('&')}${url.slice(end)}`;
}

/** Some programs write the query decoded, others as it was sent. */
function encoded(text: string): string {
  const raw = text.includes('%') && /^(?:[\w.~!$'()*,;:@/?+-]|%[0-9a-f]{2})*$/i.test(text);
  if (raw) return text;
  try {
    return encodeURIComponent(text);
  } catch {
    // No URL can hold an unpaired surrogate.
    return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, '\uFFFD'));
  }
}
