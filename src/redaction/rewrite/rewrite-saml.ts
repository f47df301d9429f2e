import { inflatedXml } from '../../http/inflated-xml.ts';
import { deflatedXml } from '../deflated-xml.ts';
import { bytesLike } from './respell.ts';

/** A stand-in may not have so many characters of the value at its beginning or its end. */
const ENDS = 8;

/**
 * A compressed SAML message with the values in its XML replaced; null for another value. It shows
 * neither the beginning nor the end of the old message, although both XML texts begin alike.
 */
export function rewriteSaml(value: string, rewrite: (xml: string) => string): string | null {
  const xml = inflatedXml(value);
  if (xml === null) return null;
  for (const bytes of deflatedXml(rewrite(xml))) {
    const written = bytesLike(bytes, value);
    if (!sharesEnd(written, value)) return written;
  }
  return null;
}

function sharesEnd(one: string, other: string): boolean {
  const [bare = '', like = ''] = [one, other].map((text) => text.replace(/[=\s]+$/, ''));
  return bare.startsWith(like.slice(0, ENDS)) || bare.endsWith(like.slice(-ENDS));
}
