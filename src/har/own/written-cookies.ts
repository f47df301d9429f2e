import type { Exchange } from '../../http/exchange.ts';
import { requestCookies } from '../../http/request-cookies.ts';
import { responseCookies, type SetCookie } from '../../http/set-cookie.ts';

/** HAR 1.2 `cookies` of a request or a response. */
interface WrittenCookie {
  readonly name: string;
  readonly value: string;
  readonly path?: string;
  readonly domain?: string;
  readonly expires?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: string;
}

/** HAR 1.2 `request.cookies`. */
export function sentCookies(exchange: Exchange): readonly WrittenCookie[] {
  return requestCookies(exchange);
}

/** HAR 1.2 `response.cookies`. */
export function setCookies(exchange: Exchange): readonly WrittenCookie[] {
  return responseCookies(exchange).map((cookie) => ({
    name: cookie.name,
    value: cookie.value,
    ...(cookie.path === null ? {} : { path: cookie.path }),
    ...(cookie.domain === null ? {} : { domain: cookie.domain }),
    ...expiry(cookie),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    ...(cookie.sameSite === null ? {} : { sameSite: NAMES[cookie.sameSite] }),
  }));
}

const NAMES = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

function expiry({ expires }: SetCookie): { readonly expires?: string } {
  const date = expires === null ? null : new Date(expires);
  return date === null || Number.isNaN(date.getTime()) ? {} : { expires: date.toISOString() };
}
