import { formDecoded } from '../../http/form.ts';
import { percentDecoded } from '../../http/percent.ts';
import { PERCENTS, percentEncoded, unescaped } from './escaping.ts';
import type { Leaf } from './rewrite-json.ts';

/** What rewriting a URL needs. */
export interface UrlWork {
  /** Replaces the value of a parameter. */
  readonly leaf: Leaf;
  /** Replaces values in a text without a name. */
  readonly text: (text: string) => string;
  /** Replaces hosts alone. */
  readonly host: (text: string) => string;
  /** Moves times alone. */
  readonly time: (text: string) => string;
}

/** RFC 3986 appendix B, with the parts of the authority. */
const URL_PARTS =
  /^([a-z][a-z0-9+.-]*:)?(?:(\/\/)([^/?#]*@)?([^/?#]*))?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i;
/** A route in a fragment stands before its parameters. */
const ROUTE = /^#(?:[^=&]*\?)?/;

/** A URL with its values replaced. Everything else stays as it was written. */
export function rewriteUrl(url: string, work: UrlWork): string {
  const [, scheme = '', slashes = '', user = '', host = '', path = '', query = '', fragment = ''] =
    URL_PARTS.exec(url) ?? [];
  const route = ROUTE.exec(fragment)?.[0] ?? '';
  return [
    scheme,
    slashes,
    rewriteUser(user, work),
    host === '' ? '' : work.host(host),
    work.text(path),
    query === '' ? '' : `?${rewriteForm(query.slice(1), work)}`,
    work.text(route),
    rewriteForm(fragment.slice(route.length), work),
  ].join('');
}

/** RFC 3986 section 3.2.1. */
function rewriteUser(user: string, { leaf }: UrlWork): string {
  if (user === '') return '';
  const [, name = '', password] = /^([^:]*)(?::([\s\S]*))?@$/.exec(user) ?? [];
  const first = rewriteRaw(name, percentDecoded, (plain) => leaf('username', plain));
  if (password === undefined) return `${first}@`;
  return `${first}:${rewriteRaw(password, percentDecoded, (plain) => leaf('password', plain))}@`;
}

/** `application/x-www-form-urlencoded` text with the values of its pairs replaced. */
export function rewriteForm(text: string, { leaf, text: plain }: UrlWork): string {
  if (text === '') return '';
  return text
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0) return rewriteRaw(pair, formDecoded, plain);
      const name = formDecoded(pair.slice(0, equals));
      const value = rewriteRaw(pair.slice(equals + 1), formDecoded, (one) => leaf(name, one));
      return `${pair.slice(0, equals)}=${value}`;
    })
    .join('&');
}

/** A percent-encoded text. It is encoded anew, in its own manner, only if something was replaced. */
function rewriteRaw(
  raw: string,
  decode: (raw: string) => string,
  rewrite: (plain: string) => string,
): string {
  if (raw === '') return raw;
  const plain = decode(raw);
  const rewritten = rewrite(plain);
  if (rewritten === plain) return raw;
  const isForm = decode === formDecoded;
  const spaced = isForm && /\+/.test(raw);
  const units = unescaped(PERCENTS, spaced ? raw.replaceAll('+', '%20') : raw);
  const encoded = units === null ? encodedWhere(rewritten, raw) : PERCENTS.encode(rewritten, units);
  return spaced
    ? encoded.replaceAll('%20', '+')
    : isForm
      ? encoded.replaceAll('+', '%2B')
      : encoded;
}

/** Encodes what must be encoded in a query, but what the old text shows unencoded. */
function encodedWhere(text: string, like: string): string {
  return text.replace(/[^A-Za-z0-9._~!$'()*,;:@/?-]/gu, (one) =>
    like.includes(one) ? one : percentEncoded(one),
  );
}
