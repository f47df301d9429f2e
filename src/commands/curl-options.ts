import type { Plan, PlannedField, Refusal } from './plan.ts';
import { plannedText } from './plan-headers.ts';
import { fullText, hasVariables, type Template } from './template.ts';

/** An option of curl and its argument. */
export interface CurlOption {
  readonly flag: string;
  readonly argument?: Template;
}

/**
 * A request as options of curl 7.42 or later, but for its body. `refused` says why curl cannot send
 * it.
 */
export function curlOptions(plan: Plan): readonly CurlOption[] | Refusal {
  const { method, url, fields, body } = plan;
  if (method === 'HEAD' && body !== null) {
    return { refused: 'curl cannot send a HEAD request with a body.' };
  }
  const hasType = plannedText(fields, 'content-type') !== null;
  return [
    { flag: '--url', argument: url },
    ...urlOptions(url),
    ...methodOptions(method, body !== null),
    ...fields.filter((field) => !isLeftToCurl(field)).map(fieldOption),
    ...(fields.some(isLeftToCurl) ? [{ flag: '--compressed' }] : []),
    // curl adds the type of a form if the request had none.
    ...(body !== null && !hasType ? [{ flag: '-H', argument: ['Content-Type:'] }] : []),
  ];
}

/** The encodings that curl undoes itself. `identity` and others are sent as they were. */
function isLeftToCurl({ name, value }: PlannedField): boolean {
  if (name.toLowerCase() !== 'accept-encoding') return false;
  return /\b(?:gzip|deflate|br|zstd)\b/i.test(fullText(value));
}

function fieldOption({ name, value, basic }: PlannedField): CurlOption {
  if (basic) return { flag: '-u', argument: basic };
  if (fullText(value) === '') return { flag: '-H', argument: [`${name};`] };
  return { flag: '-H', argument: [`${name}: `, ...value] };
}

function methodOptions(method: string, hasBody: boolean): readonly CurlOption[] {
  if (method === 'HEAD') return [{ flag: '--head' }];
  return method === (hasBody ? 'POST' : 'GET') ? [] : [{ flag: '-X', argument: [method] }];
}

function urlOptions(url: Template): readonly CurlOption[] {
  const text = fullText(url);
  const globs = hasVariables(url) || /[[\]{}]/.test(text);
  const path = /\/(?:\.|%2e){1,2}(?=[/?]|$)/i.test(text);
  return [...(globs ? [{ flag: '--globoff' }] : []), ...(path ? [{ flag: '--path-as-is' }] : [])];
}
