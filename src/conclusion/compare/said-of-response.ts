import { headerValue, headerValues } from '../../http/headers.ts';
import { essence } from '../../http/media-type.ts';
import { responseCookies, type SetCookie } from '../../http/set-cookie.ts';
import { isError } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { redirectTarget, responseText } from '../../oauth/exchange-view.ts';
import type { Message } from '../../oauth/message.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import { jsonText, parseJsonObject } from '../../oauth/values/json.ts';
import type { Step } from '../steps.ts';
import type { Place, Said } from './compared.ts';
import { comparedKey, cookieFamily, natureOf, withoutIds } from './natures.ts';

const MAX_MEMBERS = 200;
const MAX_VALUE = 4_000;

/** What a response says that can matter: answer, telling headers, cookies, members. */
export function saidOfResponse({ message, answer }: Step): readonly Said[] {
  return [
    plain('response', 'Response', answer.text),
    ...headers(message),
    ...setCookies(message),
    ...members(message),
  ];
}

/** Places that the recorder of a response does not show. */
export function unseenOfResponse({ exchange: { response } }: Message): readonly Place[] {
  const unseen: Place[] = [];
  // Without a response, the answer itself says so.
  if (!response || 'unknown' in response.body) unseen.push('member', 'claim');
  if (!response?.headersComplete) unseen.push('response header', 'cookie set');
  return unseen;
}

function plain(place: Place, name: string, value: string): Said {
  return { place, name, value, nature: 'plain' };
}

function headers({ exchange }: Message): readonly Said[] {
  const fields = exchange.response?.headers ?? [];
  const said: Said[] = [];
  const add = (name: string, value: string | null): void => {
    if (value !== null) said.push(plain('response header', name, value));
  };
  const type = headerValue(fields, 'content-type');
  add('Content-Type', type === null ? null : (essence(type) ?? type));
  add('Access-Control-Allow-Origin', headerValue(fields, 'access-control-allow-origin'));
  const target = redirectTarget(exchange);
  if (target !== null) {
    const value = withoutQuery(target);
    said.push({ ...plain('response header', 'Location', value), key: withoutIds(value) });
  }
  const challenge = headerValues(fields, 'www-authenticate').join(', ');
  if (challenge !== '') {
    said.push({
      ...plain('response header', 'WWW-Authenticate', challenge),
      key: withoutIds(challenge),
    });
  }
  return said;
}

function setCookies({ exchange }: Message): readonly Said[] {
  const found = new Map<string, string>();
  for (const cookie of responseCookies(exchange)) {
    const name = cookieFamily(cookie.name);
    if (cookiePurpose(name) !== 'other') found.set(name, attributes(cookie));
  }
  return [...found].map(([name, value]) => plain('cookie set', name, value));
}

/** The attributes that decide whether a browser sends the cookie back. */
function attributes(cookie: SetCookie): string {
  const isRemoved = cookie.maxAge !== null && cookie.maxAge <= 0;
  const parts = [
    isRemoved ? 'removed' : 'set',
    cookie.domain && `Domain=${cookie.domain}`,
    cookie.path && `Path=${cookie.path}`,
    cookie.sameSite && `SameSite=${cookie.sameSite}`,
    cookie.secure && 'Secure',
    cookie.httpOnly && 'HttpOnly',
    cookie.partitioned && 'Partitioned',
  ];
  return parts.filter(Boolean).join('; ');
}

/** Members that describe an error in the answer of an API. */
const OF_ERROR = /^(?:error|message|code|title|detail|type)/i;

function members(message: Message): readonly Said[] {
  const { exchange, kind } = message;
  const all = parseJsonObject(responseText(exchange) ?? '') ?? {};
  const isApi = kind === 'api-call' || kind === 'health-check';
  if (isApi && !isError(exchange.response)) return [];
  return Object.entries(all)
    .filter(([name]) => !isApi || OF_ERROR.test(name))
    .slice(0, MAX_MEMBERS)
    .map(([name, member]): Said => {
      const text = typeof member === 'string' ? member : jsonText(member);
      const value = text.slice(0, MAX_VALUE);
      const key = comparedKey(name, value);
      const nature = natureOf(name, value) === 'plain' ? 'plain' : 'own';
      return { place: 'member', name, value, nature, ...(key === undefined ? {} : { key }) };
    });
}
