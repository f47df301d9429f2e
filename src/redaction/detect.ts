import { shapedSecrets, withoutFullStop } from '../oauth/registry/secret-shapes.ts';

/** A value that is recognised by its shape. */
export interface Detected {
  readonly value: string;
  readonly shape: 'jwt' | 'token' | 'e-mail';
}

const MAX_TEXT = 4_000_000;
const RUN = /[\w.~-]{16,}/g;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const LOCAL = /[\w.+!#$%&*/=?^`{|}~'-]/;
const DOMAIN = /[A-Za-z0-9.-]/;
/** RFC 3986 section 3.2.1: `//user:` before a password. */
const USERINFO = /\/\/[^\s/"'<>@]*:$/;
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

/** Finds JSON Web Tokens, tokens with a provider's mark and e-mail addresses in any text. */
export function detect(text: string): readonly Detected[] {
  return [...shapedSecrets(text), ...emails(text.slice(0, MAX_TEXT))];
}

/** Finds strings in an error text that look like tokens, but not ids for support. */
export function tokenShaped(text: string): readonly string[] {
  return [...text.slice(0, MAX_TEXT).matchAll(RUN)]
    .map(([run]) => withoutFullStop(run))
    .filter((run) => run.length >= 20 && looksRandom(run));
}

/**
 * Whether text has letters of both cases and digits, or is long hexadecimal. No word looks like
 * that.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || GUID.test(value) || !/\d/.test(value) || /\s/.test(value)) return false;
  if (/^[0-9a-f]{32,}$/i.test(value)) return true;
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && new Set(value).size >= 10;
}

function emails(text: string): readonly Detected[] {
  const found: Detected[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= MAX_DOMAIN && DOMAIN.test(text.charAt(end))) end += 1;
    const value = emailOf(text.slice(start, at), withoutFullStop(text.slice(at + 1, end)));
    const isUserinfo = USERINFO.test(text.slice(Math.max(0, start - MAX_LOCAL), start));
    if (value !== null && !isUserinfo) found.push({ value, shape: 'e-mail' });
  }
  return found;
}

function emailOf(before: string, domain: string): string | null {
  if (!/\.[A-Za-z]{2,}$/.test(domain)) return null;
  // The user information of a URL ends with an @ as well.
  if (before.includes('//')) return null;
  const local = before.split(/[=&?/]/).at(-1) ?? '';
  return local === '' ? null : `${local}@${domain}`;
}
