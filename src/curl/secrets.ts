import { parseForm } from '../http/form.ts';
import { isJson } from '../http/media-type.ts';
import { parameterClass } from '../oauth/registry/parameters.ts';
import type { Template, Variables } from './template.ts';

const TELLING_NAME =
  /token|secret|passw|pwd|assertion|api.?key|csrf|xsrf|session|credential|signature|auth/i;
const JWT = /^eyJ[\w-]+\.[\w-]+\./;
const JSON_PIECE = /"(?:[^"\\]|\\[\s\S])*"?|[^"]+/g;
const BOUNDARY = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i;
const PART_NAME = /\bname="([^"]*)"/i;

/**
 * The name of the variable for a parameter, null when its value may stand in a command. Names that
 * the vocabulary does not know never become names of variables: a page could choose one that is set
 * in the environment, and have its value sent.
 */
function variableName(name: string, value: string): string | null {
  if (value === '') return null;
  const kind = parameterClass(name);
  if (kind === 'secret' || kind === 'one-time') return name.toUpperCase().replace(/\W/g, '_');
  if (kind !== 'unknown') return null;
  return TELLING_NAME.test(name) || JWT.test(value) ? 'SECRET' : null;
}

/** A query or `application/x-www-form-urlencoded` text; everything else of it stays as it is. */
function formTemplate(text: string, variables: Variables): Template {
  return text.split('&').flatMap((pair, index) => {
    const separator = index === 0 ? '' : '&';
    const equals = pair.indexOf('=');
    const name = parseForm(equals < 0 ? '' : pair.slice(0, equals + 1))[0]?.name ?? '';
    const value = pair.slice(equals + 1);
    const variable = equals < 0 ? null : variableName(name, value);
    if (variable === null) return [separator + pair];
    return [separator + pair.slice(0, equals + 1), variables.use(variable, value)];
  });
}

/** A URL with its query. */
export function urlTemplate(url: string, variables: Variables): Template {
  const query = url.indexOf('?') + 1;
  if (query === 0) return [url];
  return [url.slice(0, query), ...formTemplate(url.slice(query), variables)];
}

/** A body, by its media type. */
export function bodyTemplate(
  text: string,
  contentType: string | null,
  variables: Variables,
): Template {
  const boundary = BOUNDARY.exec(contentType ?? '');
  if (boundary) return multipartTemplate(text, boundary[1] ?? boundary[2] ?? '', variables);
  if (isJson(contentType) || /^\s*[[{]/.test(text)) return jsonTemplate(text, variables);
  return formTemplate(text, variables);
}

/** RFC 8259, the members of any object in it whose values are strings. */
function jsonTemplate(text: string, variables: Variables): Template {
  const template: Template[number][] = [];
  let name: string | null = null;
  let last = '';
  for (const [piece] of text.matchAll(JSON_PIECE)) {
    const isString = piece.startsWith('"');
    if (!isString) {
      name = piece.trim() === ':' ? last.slice(1, -1) : null;
      template.push(piece);
      continue;
    }
    const value = piece.slice(1, -1);
    const variable = name === null ? null : variableName(name, value);
    if (variable === null) template.push(piece);
    else template.push('"', variables.use(variable, value), piece.slice(-1));
    last = piece;
    name = null;
  }
  return template;
}

/** RFC 7578: the parts that are fields of a form. */
function multipartTemplate(text: string, boundary: string, variables: Variables): Template {
  const delimiter = `--${boundary}`;
  return text.split(delimiter).flatMap((part, index) => {
    const before = index === 0 ? '' : delimiter;
    const start = part.indexOf('\r\n\r\n') + 4;
    const name = start < 4 ? null : PART_NAME.exec(part.slice(0, start))?.[1];
    const end = part.endsWith('\r\n') ? part.length - 2 : part.length;
    const value = part.slice(start, end);
    const variable = name ? variableName(name, value) : null;
    if (variable === null) return [before + part];
    return [before + part.slice(0, start), variables.use(variable, value), part.slice(end)];
  });
}

/** A header field value; `Authorization: Basic` is written differently and does not come here. */
export function headerTemplate(name: string, value: string, variables: Variables): Template {
  switch (name) {
    case 'authorization':
      return authorizationTemplate(value, variables);
    case 'dpop':
      return [variables.use('DPOP_PROOF', value)];
    case 'cookie':
      return [variables.use('COOKIE', value)];
    case 'referer':
      return urlTemplate(value, variables);
    default:
      return TELLING_NAME.test(name) || JWT.test(value)
        ? [variables.use('SECRET', value)]
        : [value];
  }
}

/** RFC 9110 section 11.6.2: the scheme stays, what follows is a secret. */
function authorizationTemplate(value: string, variables: Variables): Template {
  const scheme = /^[A-Za-z0-9-]+ +(?=\S)/.exec(value)?.[0] ?? '';
  const token = /^(?:bearer|dpop) /i.test(scheme);
  const rest = value.slice(scheme.length);
  return [scheme, variables.use(token ? 'ACCESS_TOKEN' : 'AUTHORIZATION', rest)];
}
