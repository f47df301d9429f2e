import type { UrlWork } from './rewrite-url.ts';

/** A `Cookie` field with its values replaced (RFC 6265bis section 4.2.1). */
export function rewriteCookies(field: string, work: UrlWork): string {
  return field
    .split(';')
    .map((pair) => rewritePair(pair, work))
    .join(';');
}

/** A `Set-Cookie` field with its value replaced; attributes stay (RFC 6265bis section 4.1). */
export function rewriteSetCookies(field: string, work: UrlWork): string {
  // Some recorders join the fields with a line feed.
  return field
    .split('\n')
    .map((one) => {
      const [pair = '', ...attributes] = one.split(';');
      const rest = attributes.map((attribute) => rewriteAttribute(attribute, work));
      return [rewritePair(pair, work), ...rest].join(';');
    })
    .join('\n');
}

/** The value, and a value inside the name, such as the state in the name of a correlation cookie. */
function rewritePair(pair: string, { leaf, text }: UrlWork): string {
  const equals = pair.indexOf('=');
  const name = equals < 0 ? '' : pair.slice(0, equals);
  const written = pair.slice(equals + 1);
  const value = written.trim();
  const before = written.slice(0, written.length - written.trimStart().length);
  const after = value === '' ? '' : written.slice(before.length + value.length);
  const replaced = value === '' ? '' : leaf(name.trim(), value);
  return `${text(name)}${equals < 0 ? '' : '='}${before}${replaced}${after}`;
}

function rewriteAttribute(attribute: string, { host, time, text }: UrlWork): string {
  // A server that names a login in its paths sets the cookies of the login for that path.
  if (/^\s*path\s*=/i.test(attribute)) return text(attribute);
  return /^\s*domain\s*=/i.test(attribute) ? host(attribute) : time(attribute);
}
