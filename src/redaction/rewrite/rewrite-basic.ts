import type { Random } from '../random.ts';
import { shapedLike } from '../stand-in-shape.ts';
import type { UrlWork } from './rewrite-url.ts';

/** The user and the password of Basic credentials, replaced (RFC 7617). A client's id stays. */
export function rewriteBasic(
  pair: string,
  { leaf, text, random }: Pick<UrlWork, 'leaf' | 'text'> & { readonly random: Random },
): string {
  const colon = pair.indexOf(':');
  const password = pair.slice(colon + 1);
  const known = leaf('client_secret', password);
  const replaced = known === password ? text(password) : known;
  const own = replaced === password ? shapedLike(password, random, { placed: false }) : replaced;
  return `${leaf('username', pair.slice(0, colon))}:${own}`;
}
