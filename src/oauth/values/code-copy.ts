import type { Exchange } from '../../http/exchange.ts';
import { percentDecoded } from '../../http/percent.ts';
import { originOfUrl } from '../../http/url.ts';

const IN_URL = /[?&]code=([^&#]{8,})/;
/** A page URL inside of another URL, encoded once or twice. */
const IN_COPY = /%(?:25)?(?:3F|26)code%(?:25)?3D(.{8,}?)(?:%(?:25)?(?:26|23)|[&#]|$)/i;

/**
 * The authorization code that a request carries to another origin: in the URL of the page that sent
 * it (`Referer`), or in a copy of that URL. Null for all other requests. Most are told by one look
 * for `code`.
 */
export function codeCopyIn({
  request,
}: Pick<Exchange, 'request'>): { readonly code: string; readonly where: 'Referer' | 'URL' } | null {
  const copied = /code%(?:25)?3D/i.test(request.url) ? IN_COPY.exec(request.url)?.[1] : undefined;
  if (copied !== undefined) {
    return { code: percentDecoded(percentDecoded(copied)), where: 'URL' };
  }
  for (const { name, value } of request.headers) {
    if (name.length !== 7 || !value.includes('code=') || name.toLowerCase() !== 'referer') continue;
    const code = IN_URL.exec(value)?.[1];
    if (code === undefined || originOfUrl(value) === originOfUrl(request.url)) return null;
    return { code: percentDecoded(code), where: 'Referer' };
  }
  return null;
}
