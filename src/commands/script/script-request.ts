import { decodeBase64 } from '../../http/base64.ts';
import { splitCredentials } from '../../http/credentials.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { isForm, isJson } from '../../http/media-type.ts';
import { requestCookies } from '../../http/request-cookies.ts';
import { withoutQuery } from '../../http/url.ts';
import { classifyHeader } from '../../oauth/registry/secrecy.ts';
import { isHidden } from '../../oauth/registry/secrecy-class.ts';
import { base64OfLatin1, byteLength } from '../bytes.ts';
import type { Refusal } from '../plan.ts';
import { OF_CONNECTION, TOKEN } from '../plan-headers.ts';
import { requestUrl } from '../request-url.ts';
import type { Template, Variable } from '../template.ts';
import { MAX_ARGUMENT } from '../unix-shell.ts';
import type { ScriptValues } from './script-values.ts';
import { asIs, formParts, type Part, word } from './script-words.ts';

/** Fields that only say which browser sent the request. */
const OF_BROWSER =
  /^(?::|host$|sec-|user-agent$|accept-(?:encoding|language)$|referer$|priority$|dnt$|upgrade-insecure-requests$)/;

/** The request of an exchange as arguments of curl. */
export interface ScriptRequest {
  /** Lines that come before the request. */
  readonly before: readonly string[];
  readonly args: readonly string[];
  readonly notes: readonly string[];
}

/** What a step knows about its request. */
export interface RequestSetting {
  readonly values: ScriptValues;
  /** Names of cookies that earlier answers of the script have set. */
  readonly jar: ReadonlySet<string>;
  /** The variable of a parameter, by its name. */
  readonly named?: (name: string, value: string) => Variable | null;
}

/** Writes a request so that it uses the values of this run. */
export function scriptRequest(
  exchange: Exchange,
  setting: RequestSetting,
): ScriptRequest | Refusal {
  const { request } = exchange;
  if (!TOKEN.test(request.method)) return { refused: 'The method is not an HTTP method.' };
  const url = scriptUrl(request.url, setting);
  if ('refused' in url) return url;
  const notes: string[] = [];
  const headers = headerArgs(exchange, setting, notes);
  const body = bodyArgs(exchange, setting.values, setting.named);
  const args = [
    `--url ${word(url.parts)} --globoff`,
    ...methodArgs(request.method, body.args.length > 0),
    ...headers,
    ...body.args,
  ];
  if (args.some((one) => byteLength(one) > MAX_ARGUMENT)) {
    return { refused: 'A request of the flow is too long for a script.' };
  }
  return { before: body.before, args, notes };
}

/** A URL as parts of a word. */
export function scriptUrl(
  recorded: string,
  { values, named }: RequestSetting,
): { readonly parts: readonly Part[] } | Refusal {
  const url = requestUrl(recorded);
  if ('refused' in url) return url;
  const path = withoutQuery(url.url);
  const query = url.url.slice(path.length + 1);
  const parts: readonly Part[] = [{ template: values.conceal(path), encoding: 'encode' }];
  if (!url.url.includes('?')) return { parts };
  return { parts: [...parts, asIs(['?']), ...formParts(query, values, named)] };
}

function methodArgs(method: string, hasBody: boolean): readonly string[] {
  if (method === 'HEAD') return ['--head'];
  return method === (hasBody ? 'POST' : 'GET') ? [] : [`-X ${word([asIs([method])])}`];
}

function headerArgs(exchange: Exchange, setting: RequestSetting, notes: string[]): string[] {
  const args: string[] = [];
  for (const { name, value: sent } of exchange.request.headers) {
    const lower = name.toLowerCase();
    const value = sent.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    if (OF_CONNECTION.has(lower) || OF_BROWSER.test(lower) || lower === 'cookie') continue;
    if (!TOKEN.test(name) || /[\0\r\n]/.test(value)) continue;
    if (lower === 'dpop') {
      notes.push('The DPoP proof is left out, so a server that demands one refuses this request.');
      continue;
    }
    const basic = lower === 'authorization' ? basicUser(value, setting.values) : null;
    if (basic) args.push(`-u ${word([asIs(basic)])}`);
    else if (value === '') args.push(`-H ${word([asIs([`${name};`])])}`);
    else args.push(`-H ${word([asIs([`${name}: `, ...fieldValue(name, value, setting.values)])])}`);
  }
  return [...args, ...cookieArgs(exchange, setting, notes)];
}

function fieldValue(name: string, value: string, values: ScriptValues): Template {
  const lower = name.toLowerCase();
  if (lower === 'authorization') {
    const { scheme, credentials } = splitCredentials(value);
    const isToken = /^(?:bearer|dpop)\s/i.test(scheme);
    return [scheme, ...values.secret(isToken ? 'access-token' : 'authorization', credentials)];
  }
  const { secrecy, name: registered } = classifyHeader(lower, value);
  if (isHidden(secrecy)) return values.secret(registered ?? 'value', value);
  return values.conceal(value, `${name}: `);
}

/** The halves of HTTP Basic; null when the field has none. */
function basicUser(value: string, values: ScriptValues): Template | null {
  const pair = /^basic +(\S+)$/i.exec(value)?.[1];
  const text = pair === undefined ? null : decodeBase64(pair);
  const colon = text?.indexOf(':') ?? -1;
  if (!text || colon < 0) return null;
  return [
    ...values.conceal(text.slice(0, colon), 'client_id='),
    ':',
    ...values.secret('client-secret', text.slice(colon + 1)),
  ];
}

/** Cookies that the script has come from its jar. Others only matter when nothing else says who calls. */
function cookieArgs(
  exchange: Exchange,
  { values, jar }: RequestSetting,
  notes: string[],
): readonly string[] {
  const others = requestCookies(exchange).filter(({ name }) => !jar.has(name));
  if (others.length === 0) return [];
  const { headers } = exchange.request;
  const text = others.map(({ name, value }) => `${name}=${value}`).join('; ');
  if (headerValue(headers, 'authorization') !== null || exchange.request.method === 'POST') {
    notes.push('Cookies of the browser are left out.');
    return [];
  }
  return [`-H ${word([asIs(['Cookie: ', ...values.secret('cookie', text)])])}`];
}

function bodyArgs(
  { request }: Exchange,
  values: ScriptValues,
  named: RequestSetting['named'],
): { readonly before: readonly string[]; readonly args: readonly string[] } {
  const { body, method, headers } = request;
  const type = headerValue(headers, 'content-type');
  // curl adds the type of a form if the request had none.
  const untyped = type === null ? ["-H 'Content-Type:'"] : [];
  const isExpected = ['POST', 'PUT', 'PATCH'].includes(method);
  if (body === null || ('text' in body && body.text === '')) {
    return { before: [], args: isExpected ? [...untyped, "--data-raw ''"] : [] };
  }
  if (!('text' in body)) {
    const parts = [asIs(values.secret('BODY', `not recorded: ${request.url}`))];
    return { before: [], args: [...untyped, `--data-raw ${word(parts)}`] };
  }
  if (body.binary) {
    const bytes = base64OfLatin1(body.text);
    const parts = values.hides(body.text)
      ? asIs(values.secret('BODY_BASE64', bytes))
      : asIs([bytes]);
    const file = `printf '%s' ${word([parts])} | openssl base64 -d -A > "$work/body"`;
    return { before: [file], args: [...untyped, '--data-binary "@$work/body"'] };
  }
  const parts: readonly Part[] = isForm(type)
    ? formParts(body.text, values, named)
    : [{ template: values.conceal(body.text), encoding: isJson(type) ? 'json' : 'as-is' }];
  return { before: [], args: [...untyped, `--data-raw ${word(parts)}`] };
}
