import { parseForm } from '../http/form.ts';
import { percentDecoded } from '../http/percent.ts';
import { fragmentOf, parseUrl, queryOf, withoutQuery } from '../http/url.ts';
import { isOrdinary, looksRandom } from '../oauth/registry/random-looking.ts';
import { shapedSecrets } from '../oauth/registry/secret-shapes.ts';
import type { Collection } from './collect.ts';
import { isGuid } from './ids.ts';
import { PERSON, TENANT, UNKNOWN_VALUE, VALUE } from './replacement.ts';

/** Segments after which a secret stands, as in links that are sent by mail. */
const BEFORE_SECRET =
  /^(?:tokens?|code|reset(?:[_-]?password)?|password[_-]?reset|verify|verification|confirm(?:ation)?|activate|activation|invites?|invitations?|magic(?:[_-]?link)?|unsubscribe|sessions?|ticket|otp|s|t|share|key|secret)$/i;
const BEFORE_PERSON =
  /^(?:users?|u|people|persons?|profiles?|members?|customers?|accounts?|employees?|patients?|contacts?)$/i;
/** Segments behind the id of a tenant or a server. */
const OF_PROTOCOL =
  /^(?:oauth2?|v\d[\d.]*|\.well-known|saml2?|wsfed|discovery|protocol|authorize|token|openid-connect|adfs|login|reprocess|kmsi|oidc|connect|as|keys|jwks|userinfo|introspect|revoke|logout|logoutsession|realms?|policies|sso|b2c.*)$/i;
const TLD_LIKE = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i;

/** Collects user information, path, query and fragment of a URL, absolute or relative. */
export function collectUrl(collection: Collection, url: string, depth: number): void {
  const parsed = parseUrl(url);
  if (parsed) {
    collection.keptWords.addHost(parsed.hostname);
    if (parsed.password !== '') collection.note(percentDecoded(parsed.password), 'password', VALUE);
    if (parsed.username !== '')
      collection.note(percentDecoded(parsed.username), 'username', PERSON);
  }
  const path = withoutQuery(url).replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  if (!/^(?:data|blob|javascript):/i.test(url)) collectPath(collection, path, depth);
  collection.noteParameters(parseForm(queryOf(url)), depth + 1);
  const fragment = fragmentOf(url);
  if (/^!?\//.test(fragment)) collectPath(collection, withoutQuery(fragment), depth);
  collection.noteParameters(parseForm(fragment.replace(/^[^=&]*\?|^!?\/[^?=&]*$/, '')), depth + 1);
}

/** Collects path parameters (RFC 3986 section 3.3) and segments that are tokens or ids. */
function collectPath(collection: Collection, path: string, depth: number): void {
  const segments = path.split('/', 100).filter((segment) => segment !== '');
  segments.forEach((written, index) => {
    const [head = '', ...rest] = written.split(';');
    for (const parameter of rest) {
      collection.noteParameters(parseForm(parameter), depth + 1);
    }
    const segment = percentDecoded(head);
    if (segment.length < 3) return;
    collection.noteText(segment);
    const before = segments[index - 1] ?? '';
    const isServer = OF_PROTOCOL.test(segments[index + 1] ?? '');
    if (isGuid(segment) && isServer) collection.note(segment, 'tenant', TENANT);
    else if (BEFORE_PERSON.test(before) && isId(segment)) collection.note(segment, 'user', PERSON);
    else if (BEFORE_SECRET.test(before) && isId(segment)) collection.note(segment, before, VALUE);
    else if (!isServer && isSecretSegment(segment)) {
      collection.note(segment, 'path', UNKNOWN_VALUE, depth);
    }
    if (/[=&]/.test(segment)) collection.noteInside(segment, depth + 1);
    else if (segment.length > 20) collection.noteInside(segment, depth + 1);
  });
}

function isId(segment: string): boolean {
  if (isOrdinary(segment) || /^v\d/.test(segment)) return false;
  return /[\d@]/.test(segment) ? segment.length >= 3 : looksRandom(segment, 8);
}

function isSecretSegment(segment: string): boolean {
  if (TLD_LIKE.test(segment) && shapedSecrets(segment).length === 0) return false;
  return looksRandom(segment, 10) || (shapedSecrets(segment)[0]?.value.length ?? 0) > 15;
}
