import type { Header } from '../http/exchange.ts';
import { asText, isRecord, type Loose } from './loose.ts';

/** HAR 1.2 `request.cookies` as a `Cookie` header; null when there are none. */
export function cookieHeader(cookies: unknown): Header | null {
  const value = records(cookies).map(pair).join('; ');
  return value === '' ? null : { name: 'Cookie', value };
}

/** HAR 1.2 `response.cookies` as `Set-Cookie` header fields (RFC 6265 section 4.1). */
export function setCookieHeaders(cookies: unknown): readonly Header[] {
  return records(cookies).map((cookie) => ({
    name: 'Set-Cookie',
    value: [
      pair(cookie),
      ...attribute('Path', cookie.path),
      ...attribute('Domain', cookie.domain),
      ...expires(cookie.expires),
      ...(cookie.httpOnly === true ? ['HttpOnly'] : []),
      ...(cookie.secure === true ? ['Secure'] : []),
      ...attribute('SameSite', cookie.sameSite),
    ].join('; '),
  }));
}

function records(cookies: unknown): readonly Loose[] {
  return Array.isArray(cookies) ? cookies.filter(isRecord) : [];
}

function pair({ name, value }: Loose): string {
  return `${asText(name) ?? ''}=${asText(value) ?? ''}`;
}

function attribute(name: string, value: unknown): readonly string[] {
  const text = asText(value);
  return text ? [`${name}=${text}`] : [];
}

function expires(value: unknown): readonly string[] {
  const date = new Date(asText(value) ?? '');
  return Number.isNaN(date.getTime()) ? [] : [`Expires=${date.toUTCString()}`];
}
