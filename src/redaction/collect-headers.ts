import { decodeBase64url } from '../http/base64.ts';
import { splitCredentials } from '../http/credentials.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import { percentDecoded } from '../http/percent.ts';
import { requestCookies } from '../http/request-cookies.ts';
import { responseCookies } from '../http/set-cookie.ts';
import { parseChallenges } from '../http/www-authenticate.ts';
import { looksRandom } from '../oauth/registry/random-looking.ts';
import { classifyHeader, classifyParameter } from '../oauth/registry/secrecy.ts';
import type { Collection } from './collect.ts';
import { PERSON, type Replacement, replacementOf, VALUE } from './replacement.ts';

const COOKIE: Replacement = { class: 'value', label: 'cookie' };
const CREDENTIALS: Replacement = { class: 'secret', label: 'credentials' };
const ACCESS_TOKEN: Replacement = { class: 'secret', label: 'access-token' };
const URL_FIELDS = new Set('location content-location referer refresh link origin'.split(' '));
const COOKIES = new Set(['cookie', 'set-cookie']);

/** Fields of every server and browser whose random values identify no login. */
const KNOWN_FIELDS =
  /^(?:etag|if-none-match|if-match|last-modified|date|via|server|age|host|vary|expires|cache-control|pragma|report-to|nel|alt-svc|server-timing|accept.*|content-.*|access-control-.*|sec-.*|user-agent|x-powered-by|strict-transport-security|cf-.*|x-amz-.*|x-cache.*|x-served-by|x-timer|x-client-.*|x-azure-ref.*|x-fd-.*|x-envoy-.*|x-vercel-.*|x-nf-.*|fly-.*|b3|x-b3-.*|x-ms-.*|x-goog-.*|digest|repr-digest|integrity.*|transfer-encoding|connection|priority|upgrade-.*|x-runtime|x-version|x-build.*)$|request-?id|correlation|trace|span/;
/** Their numbers are versions. */
const PRODUCTS = new Set(['user-agent', 'server', 'via', 'x-powered-by', 'sec-ch-ua']);

/** Collects the values of header fields (RFC 9110 section 11, RFC 6265, RFC 9449). */
export function collectHeaders(collection: Collection, exchange: Exchange): void {
  const all = [...exchange.request.headers, ...(exchange.response?.headers ?? [])];
  const toTokenEndpoint = sendsGrant(exchange);
  for (const header of all) {
    // Credentials mean something else at the token endpoint.
    if (toTokenEndpoint || collection.seen.isNew(`field ${header.name}`, header.value)) {
      collectField(collection, header, toTokenEndpoint);
    }
  }
  for (const { name, value } of [...requestCookies(exchange), ...responseCookies(exchange)]) {
    if (!collection.seen.isNew(`cookie ${name}`, value)) continue;
    collection.note(value, name, COOKIE);
    if (value.includes('%')) collection.note(percentDecoded(value), name, COOKIE);
    collection.noteInside(value, 0);
    // Some libraries put the state or the nonce into the name.
    for (const part of name.split(/[.~]/)) {
      if (looksRandom(part) && !collection.keptWords.has(part)) {
        collection.note(part, 'cookie', COOKIE);
      }
    }
  }
}

function sendsGrant({ request: { body } }: Exchange): boolean {
  return body !== null && 'text' in body && /\bgrant_type\b/.test(body.text.slice(0, 10_000));
}

function collectField(collection: Collection, header: Header, toTokenEndpoint: boolean): void {
  const name = header.name.toLowerCase();
  const value = header.value.trim();
  if (COOKIES.has(name) || value === '') return;
  if (name === 'authorization' || name === 'proxy-authorization') {
    collectCredentials(collection, name, value, toTokenEndpoint);
  } else if (name === 'www-authenticate' || name === 'proxy-authenticate') {
    collectChallenge(collection, value);
  } else if (URL_FIELDS.has(name)) {
    collection.noteUrl(value);
    collection.noteText(value);
  } else {
    const replacement = replacementOf(classifyHeader(name, value));
    if (replacement !== null) {
      collection.note(value, name, replacement);
      collection.note(percentDecoded(value), name, replacement);
    } else if (!KNOWN_FIELDS.test(name)) collection.noteUnknown(name, value, 0);
    if (!PRODUCTS.has(name)) collection.noteInside(value, 0);
    if (/[;,]/.test(value)) collectDirectives(collection, value);
  }
}

/** Collects credentials (RFC 9110 section 11.4). The scheme may stay. */
function collectCredentials(
  collection: Collection,
  name: string,
  value: string,
  toTokenEndpoint: boolean,
): void {
  const { scheme: written, credentials: rest } = splitCredentials(value);
  const scheme = written.trim().toLowerCase();
  for (const spelling of new Set([rest, percentDecoded(rest)])) {
    const isToken = scheme === 'bearer' || scheme === 'dpop';
    collection.note(spelling, name, isToken ? ACCESS_TOKEN : CREDENTIALS);
  }
  if (scheme === 'basic')
    collectBasic(collection, rest, toTokenEndpoint && name === 'authorization');
  if (rest.includes('='))
    for (const part of rest.split(/,\s*/, 100)) collectQuoted(collection, part);
}

/** Collects Basic credentials (RFC 7617). RFC 6749 section 2.3.1 form-encodes both halves. */
function collectBasic(collection: Collection, token68: string, isClient: boolean): void {
  const pair = decodeBase64url(token68) ?? '';
  const colon = pair.indexOf(':');
  if (colon < 0) return;
  const id = pair.slice(0, colon);
  const secret = pair.slice(colon + 1);
  for (const spelling of new Set([secret, percentDecoded(secret)])) {
    collection.note(spelling, 'client_secret', { class: 'secret', label: 'client-secret' });
  }
  // Only a client may be named. A Basic login elsewhere is of a user.
  if (isClient) collection.keptWords.add('client_id', percentDecoded(id));
  else collection.note(percentDecoded(id), 'username', PERSON);
}

/** Collects the parameters of challenges (RFC 9110 section 11.6.1): servers quote tokens there. */
function collectChallenge(collection: Collection, value: string): void {
  for (const { parameters, token68 } of parseChallenges(value)) {
    if (token68 !== null) collection.note(token68, 'token68', VALUE);
    for (const [name, parameter] of parameters) {
      for (const spelling of new Set([parameter, percentDecoded(parameter)])) {
        if (name === 'opaque' || name === 'nonce') collection.note(spelling, name, VALUE);
        else collection.noteParameter(name, spelling, 0, true);
      }
      collection.noteWords(parameter);
    }
  }
  collection.noteText(value);
}

/** Collects `name=value` between commas and semicolons. */
function collectDirectives(collection: Collection, value: string): void {
  for (const part of value.split(/[;,]\s*/, 100)) {
    const [, name, text = ''] = /^([\w.-]{1,60})="?([^"]*)"?$/.exec(part.trim()) ?? [];
    if (name === undefined || text === '') continue;
    const replacement = replacementOf(classifyParameter(name, text));
    if (replacement !== null) collection.note(text, name, replacement);
  }
}

/** Collects the parameters `name="value"` of Digest, OAuth 1 and HMAC schemes. */
function collectQuoted(collection: Collection, part: string): void {
  const value = /^[\w-]{1,40}="?([^"]{8,})"?$/.exec(part)?.[1];
  if (value !== undefined) collection.note(value, 'credentials', CREDENTIALS);
}
