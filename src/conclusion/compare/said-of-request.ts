import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { essence } from '../../http/media-type.ts';
import { isAsSent, requestCookies } from '../../http/request-cookies.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { kindOf } from '../../oauth/message-kinds.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import type { Place, Said } from './compared.ts';
import { comparedKey, cookieFamily, natureOf, withoutIds } from './natures.ts';

const MAX_VALUES = 200;

/** What a request says that can matter: address, parameters, telling headers, cookies. */
export function saidOfRequest(message: Message, flow: Flow): readonly Said[] {
  return [
    ...address(message),
    ...parameters(message),
    ...headers(message, flow),
    ...cookies(message),
  ];
}

/** Places that the recorder of a request does not show. */
export function unseenOfRequest({ exchange }: Message, flow: Flow): readonly Place[] {
  const { request, source } = exchange;
  const unseen: Place[] = [];
  if (!request.headersComplete) unseen.push('request header');
  if (!isAsSent(exchange) || !flow.recording.cookies.shows(source)) unseen.push('cookie');
  if (request.body !== null && 'unknown' in request.body) unseen.push('parameter');
  return unseen;
}

function plain(place: Place, name: string, value: string): Said {
  return { place, name, value, nature: 'plain' };
}

function address(message: Message): readonly Said[] {
  const { method, url } = message.exchange.request;
  const target = message.kind === 'authorization-response' ? message.target : withoutQuery(url);
  const key = withoutIds(target);
  return [
    plain('url', 'method', method),
    { place: 'url', name: 'URL', value: target, nature: 'plain', key },
  ];
}

function parameters({ params }: Message): readonly Said[] {
  return params.pairs.slice(0, MAX_VALUES).map(({ name, value }): Said => {
    const key = comparedKey(name, value);
    const nature = natureOf(name, value);
    return { place: 'parameter', name, value, nature, ...(key === undefined ? {} : { key }) };
  });
}

/** Fields that decide about CORS, cookies and the form of the body, as they were sent. */
const TELLING = ['Origin', 'Sec-Fetch-Site', 'Accept'];

function headers(message: Message, flow: Flow): readonly Said[] {
  const { request } = message.exchange;
  const field = (name: string): string | null => headerValue(request.headers, name);
  const said: Said[] = [];
  const add = (name: string, value: string | null): void => {
    if (value !== null) said.push(plain('request header', name, value));
  };
  for (const name of TELLING) {
    // Browsers ask for documents in words of their own.
    if (name !== 'Accept' || kindOf(message).sentBy === 'script') add(name, field(name));
  }
  if (request.body !== null) {
    const type = field('content-type');
    add('Content-Type', type === null ? null : (essence(type) ?? type));
  }
  const scheme = field('authorization')?.trim().split(/\s/, 1)[0];
  add('Authorization', scheme === undefined ? null : `${scheme} …`);
  add('DPoP', field('dpop') === null ? null : 'a proof');
  if (kindOf(message).authenticates) {
    const { kind, methods } = clientAuthentication(message, flow.metadata?.metadata ?? null);
    if (kind !== 'unknown') add('Client authentication', methods.join(' and ') || 'none');
  }
  return said;
}

function cookies({ exchange }: Message): readonly Said[] {
  const names = requestCookies(exchange)
    .slice(0, MAX_VALUES)
    .map(({ name }) => cookieFamily(name));
  return [...new Set(names)]
    .filter((name) => cookiePurpose(name) !== 'other')
    .map((name) => plain('cookie', name, 'sent'));
}
