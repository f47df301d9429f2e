import type { Header } from '../http/exchange.ts';
import { headerTemplate } from './request-template.ts';
import type { Template, Variables } from './template.ts';

/** Fields that curl writes itself, or that belong to one connection (RFC 9110 section 7.6.1). */
const LEFT_TO_CURL = new Set(
  (
    'host content-length transfer-encoding connection keep-alive proxy-connection ' +
    'proxy-authorization te trailer upgrade expect http2-settings'
  ).split(' '),
);
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

interface CurlHeaders {
  readonly options: readonly (readonly [flag: string, argument: Template])[];
  readonly flags: readonly string[];
  readonly notes: readonly string[];
}

/** The header fields of a request as options of curl. */
export function curlHeaders(
  headers: readonly Header[],
  variables: Variables,
  concealed: boolean,
): CurlHeaders {
  const options: [string, Template][] = [];
  const flags = new Set<string>();
  const notes = new Set<string>();
  for (const { name: wireName, value: wireValue } of headers) {
    const name = wireName.toLowerCase();
    const value = wireValue.trim();
    if (name.startsWith(':') || LEFT_TO_CURL.has(name)) continue;
    if (!TOKEN.test(name) || /[\0\r\n]/.test(value)) {
      notes.add('A header that no HTTP message can hold is left out.');
    } else if (name === 'accept-encoding') {
      flags.add('--compressed');
    } else if (value === '') {
      options.push(['-H', [`${wireName};`]]);
    } else if (concealed && name === 'authorization' && /^basic /i.test(value)) {
      options.push(['-u', basic(variables)]);
      notes.add('Percent-encode both halves of -u if the server follows RFC 6749 section 2.3.1.');
    } else {
      options.push(['-H', [`${wireName}: `, ...headerTemplate(name, value, variables)]]);
    }
  }
  return { options, flags: [...flags], notes: [...notes] };
}

/** RFC 6749 section 2.3.1, and RFC 7617 for everything else. */
function basic(variables: Variables): Template {
  return [variables.use('CLIENT_ID', ''), ':', variables.use('CLIENT_SECRET', '')];
}
