import type { CookieSetting } from '../../flow/facts/cookie-settings.ts';
import { sizeOfCookie } from '../../http/cookie-loss.ts';
import { isRemoval } from '../../http/cookie-scope.ts';

const SAME_SITE = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/** The attributes that decide where a cookie goes, as the field writes them. */
export function shortAttributes({ cookie, at }: CookieSetting): string {
  const { sameSite, secure, httpOnly, domain, path, partitioned, maxAge, expires } = cookie;
  const isLasting = maxAge !== null || expires !== null;
  return [
    ...(sameSite ? [`SameSite=${SAME_SITE[sameSite]}`] : []),
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(partitioned ? ['Partitioned'] : []),
    ...(domain === null ? [] : [`Domain=${domain.slice(0, 80)}`]),
    ...(path === null || path === '/' ? [] : [`Path=${path.slice(0, 80)}`]),
    ...(isRemoval(cookie, at) ? ['removed'] : isLasting ? [] : ['session']),
    `${sizeOfCookie(cookie)} B`,
  ].join('; ');
}
