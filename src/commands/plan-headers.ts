import { decodeBase64 } from '../http/base64.ts';
import { splitCredentials } from '../http/credentials.ts';
import type { HttpRequest } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { parseUrl } from '../http/url.ts';
import { classifyHeader } from '../oauth/registry/secrecy.ts';
import { isHidden } from '../oauth/registry/secrecy-class.ts';
import type { Conceal } from './conceal.ts';
import type { PlannedField } from './plan.ts';
import { fullText, type Template } from './template.ts';
import type { Variables } from './variables.ts';

/** Fields that belong to one connection (RFC 9110 section 7.6.1) or that every program writes. */
export const OF_CONNECTION = new Set(
  (
    'content-length transfer-encoding connection keep-alive proxy-connection ' +
    'proxy-authorization te trailer upgrade expect http2-settings'
  ).split(' '),
);
/** RFC 9110 section 5.6.2. */
export const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

interface PlannedHeaders {
  readonly fields: readonly PlannedField[];
  readonly notes: readonly string[];
}

/** The header fields to send. `concealed`: the halves of HTTP Basic become variables. */
export function planHeaders(
  { headers, url }: HttpRequest,
  variables: Variables,
  conceal: Conceal,
  concealed: boolean,
): PlannedHeaders {
  const fields: PlannedField[] = [];
  const notes = new Set<string>();
  const host = parseUrl(url)?.host;
  for (const { name, value: wireValue } of headers) {
    const lower = name.toLowerCase();
    const value = wireValue.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    if (lower.startsWith(':') || OF_CONNECTION.has(lower)) continue;
    if (lower === 'host' && value.toLowerCase() === host) continue;
    if (!TOKEN.test(name) || /[\0\r\n]/.test(value)) {
      notes.add('A header that no HTTP message can hold is left out.');
      continue;
    }
    const basic = concealed && lower === 'authorization' ? basicHalves(value, variables) : null;
    if (basic) {
      fields.push({ name, value: [], basic });
      notes.add('Percent-encode both halves if the server follows RFC 6749 section 2.3.1.');
    } else fields.push({ name, value: valueTemplate(name, value, variables, conceal) });
  }
  return { fields, notes: [...notes] };
}

function valueTemplate(
  name: string,
  value: string,
  variables: Variables,
  conceal: Conceal,
): Template {
  const lower = name.toLowerCase();
  if (value === '') return [];
  if (lower === 'cookie') return [variables.use('cookie', value)];
  if (lower === 'dpop') return [variables.use('dpop-proof', value)];
  if (lower === 'authorization') {
    const { scheme, credentials } = splitCredentials(value);
    const isToken = /^(?:bearer|dpop)\s/i.test(scheme);
    return [scheme, variables.use(isToken ? 'access-token' : 'authorization', credentials)];
  }
  const { secrecy, name: registered } = classifyHeader(lower, value);
  if (isHidden(secrecy)) return [variables.use(registered ?? 'value', value)];
  return conceal(value, `${name}: `);
}

/** The two halves of HTTP Basic. Null when the field has none. */
function basicHalves(value: string, variables: Variables): Template | null {
  const pair = /^basic +(\S+)$/i.exec(value)?.[1];
  const text = pair === undefined ? null : decodeBase64(pair);
  const colon = text?.indexOf(':') ?? -1;
  if (!text || colon < 0) return null;
  const half = (label: string, of: string): Template =>
    of === '' ? [] : [variables.use(label, of)];
  return [
    ...half('client-id', text.slice(0, colon)),
    ':',
    ...half('client-secret', text.slice(colon + 1)),
  ];
}

/**
 * The fields with the boundary that the body has. They differ when the recording has the fields of a
 * form and not its body.
 */
export function withBoundary(
  fields: readonly PlannedField[],
  request: HttpRequest,
  body: string,
): readonly PlannedField[] {
  const boundary = body.slice(2, body.indexOf('\r\n'));
  if (headerValue(request.headers, 'content-type')?.includes(boundary)) return fields;
  const value = [`multipart/form-data; boundary=${boundary}`];
  const others = fields.filter(({ name }) => name.toLowerCase() !== 'content-type');
  return [...others, { name: 'Content-Type', value }];
}

/** The value of a planned field as text; null when the field is absent. */
export function plannedText(fields: readonly PlannedField[], name: string): string | null {
  const field = fields.find((one) => one.name.toLowerCase() === name);
  return field ? fullText(field.value) : null;
}
