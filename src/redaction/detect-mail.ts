import { withoutFullStop } from '../oauth/registry/secret-shapes.ts';
import type { Detected } from './detect.ts';

/** RFC 5322 section 3.4.1 and RFC 6531: atoms in any script. */
const LOCAL = /[\w.+!#$%&*/=?^`{|}~'\u0080-\uFFFF-]/;
const DOMAIN = /[A-Za-z0-9.\u0080-\uFFFF-]/;
/** RFC 3986 section 3.2.1: `//user:` before a password. */
const USERINFO = /\/\/[^\s/"'<>@]*:$/;
const TLD = /\.(?:[\p{L}]{2,}|xn--[A-Za-z0-9-]{2,})$/u;
/** `ana@intranet`, but not `vue@latest` or `icon@2x`. */
const BARE_HOST = /^[A-Za-z][A-Za-z0-9-]{3,}$/;
const TAGS = new Set('latest next beta alpha canary legacy media import keyframes'.split(' '));
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

/** Finds e-mail addresses: in any script, with a quoted local part, or of a host without a dot. */
export function detectMail(text: string): readonly Detected[] {
  const found: Detected[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const value = addressAt(text, at);
    if (value !== null) found.push({ value, shape: 'e-mail address' });
  }
  return found;
}

function addressAt(text: string, at: number): string | null {
  let end = at + 1;
  while (end < text.length && end - at <= MAX_DOMAIN && DOMAIN.test(text.charAt(end))) end += 1;
  const domain = withoutFullStop(text.slice(at + 1, end));
  const quoted = quotedBefore(text, at);
  if (quoted !== null) return TLD.test(domain) ? `${quoted}@${domain}` : null;
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1;
  const before = text.slice(start, at);
  // The user information of a URL ends with an @ as well.
  if (before.includes('//')) return null;
  if (USERINFO.test(text.slice(Math.max(0, start - MAX_LOCAL), start))) return null;
  const local = before.split(/[=&?/]/).at(-1) ?? '';
  const goesOn = start > 0 && LOCAL.test(text.charAt(start - 1));
  if (!/[\p{L}\d]/u.test(local) || (goesOn && local === before)) return null;
  const isBare = BARE_HOST.test(domain) && !TAGS.has(domain) && !/[/@:]/.test(text.charAt(end));
  const isAddress = TLD.test(domain) || (isBare && local === before && !/[&%?=/]/.test(local));
  return isAddress ? `${local}@${domain}` : null;
}

/** RFC 5322 section 3.2.4: a local part in double quotes. */
function quotedBefore(text: string, at: number): string | null {
  if (text.charAt(at - 1) !== '"') return null;
  const open = text.lastIndexOf('"', at - 2);
  const isQuoted = open >= 0 && at - open <= MAX_LOCAL && at - open > 2;
  return isQuoted ? text.slice(open, at) : null;
}
