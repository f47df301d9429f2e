import { splitCredentials } from '../http/credentials.ts';
import { formDecoded } from '../http/form.ts';
import { isJson } from '../http/media-type.ts';
import { multipartFields } from '../http/multipart.ts';
import { classifyHeader } from '../oauth/registry/secrecy.ts';
import { urlSecrets } from '../oauth/registry/url-secrets.ts';
import { jsonTemplate } from './json-template.ts';
import type { Template, Variables } from './template.ts';
import { variableName, variableOf } from './variable-name.ts';

/**
 * A query or `application/x-www-form-urlencoded` text. Everything but the secrets stays unchanged.
 */
function formTemplate(text: string, variables: Variables): Template {
  return text.split('&').flatMap((pair, index) => {
    const separator = index === 0 ? '' : '&';
    const equals = pair.indexOf('=');
    if (equals < 0) return [separator + pair];
    const raw = pair.slice(equals + 1);
    const value = formDecoded(raw);
    const variable = variableName(formDecoded(pair.slice(0, equals)), value);
    const before = separator + pair.slice(0, equals + 1);
    if (variable !== null) return [before, variables.use(variable, raw)];
    return [before, ...nestedTemplate(raw, value, variables)];
  });
}

/** A value that is a URL with its own secrets, as it is written. */
function nestedTemplate(written: string, url: string, variables: Variables): Template {
  if (!/[?#]/.test(url)) return [written];
  let template: Template = [written];
  for (const { name, value, raw } of urlSecrets(url)) {
    const variable = variableName(name, value);
    if (variable === null) continue;
    const used = [encodeURIComponent(raw), raw].find((one) => written.includes(one));
    if (used !== undefined) template = variables.cut(template, variables.use(variable, used));
  }
  return template;
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
  if (/^multipart\//i.test(contentType ?? '')) {
    return multipartTemplate(text, contentType, variables);
  }
  if (isJson(contentType) || /^\s*[[{]/.test(text)) {
    return jsonTemplate(text, variables, (value) => nestedTemplate(value, value, variables));
  }
  return formTemplate(text, variables);
}

/** The fields of a multipart form (RFC 7578). */
function multipartTemplate(
  text: string,
  contentType: string | null,
  variables: Variables,
): Template {
  const template: Template[number][] = [];
  let done = 0;
  for (const { name, value, start, end } of multipartFields(text, contentType)) {
    const variable = variableName(name, value);
    if (variable === null) continue;
    template.push(text.slice(done, start), variables.use(variable, value));
    done = end;
  }
  return [...template, text.slice(done)];
}

/** A header field value, except `Authorization: Basic`. */
export function headerTemplate(name: string, value: string, variables: Variables): Template {
  if (name === 'authorization') return authorizationTemplate(value, variables);
  if (name === 'dpop') return [variables.use('DPOP_PROOF', value)];
  if (name === 'referer') return urlTemplate(value, variables);
  const variable = variableOf(classifyHeader(name, value));
  return variable === null ? [value] : [variables.use(variable, value)];
}

/** Credentials (RFC 9110 section 11.6.2): the scheme stays, the rest is a secret. */
function authorizationTemplate(value: string, variables: Variables): Template {
  const { scheme, credentials } = splitCredentials(value);
  const isToken = /^(?:bearer|dpop)\s/i.test(scheme);
  return [scheme, variables.use(isToken ? 'ACCESS_TOKEN' : 'AUTHORIZATION', credentials)];
}
