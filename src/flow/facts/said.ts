import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { htmlText } from '../../http/html-text.ts';
import { isHtml } from '../../http/media-type.ts';
import { isError } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { type JsonObject, parseJsonObject, stringMember } from '../../oauth/values/json.ts';

/** What a server said when it refused a request. */
interface Said {
  /** `error`, when it is a code and not a sentence; null without one. */
  readonly code: string | null;
  /** The first sentence for people in the body; null when there is none. */
  readonly text: string | null;
}

/** Names that servers give the reason. RFC 6749 and RFC 7591 have `error_description`. */
const WORDS = [
  'error_description',
  'message',
  'error_message',
  'detail',
  'title',
  'description',
  'faultstring',
];
const CODE = /^[\w.:-]{2,80}$/;

/**
 * Whether the server refused the request. When the recorder lost the status, the error code in the
 * body decides.
 */
export function isRefused(exchange: Exchange): boolean {
  const { response } = exchange;
  return isError(response) || (response?.status === null && saidIn(exchange).code !== null);
}

/** Reads the answer to a refused request: JSON in one of the usual forms, a page, or plain text. */
export function saidIn(exchange: Exchange): Said {
  const body = responseText(exchange)?.trim() ?? '';
  const json = parseJsonObject(body);
  if (json) return saidInJson(json);
  const type = exchange.response ? headerValue(exchange.response.headers, 'content-type') : null;
  const text = isHtml(type) || body.startsWith('<') ? (htmlText(body).lines[0] ?? '') : body;
  return { code: null, text: text === '' ? null : text };
}

function saidInJson(json: JsonObject): Said {
  const inner = objectIn(json.error) ?? objectIn(firstOf(json.errors)) ?? objectIn(json.fault);
  const error = stringMember(json, 'error');
  const code = error !== null && CODE.test(error) ? error : null;
  const words = [json, ...(inner ? [inner] : [])].flatMap((object) =>
    WORDS.flatMap((name) => stringMember(object, name) || []),
  );
  return { code, text: words[0] ?? (code === null ? error : null) };
}

function objectIn(value: unknown): JsonObject | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : null;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
