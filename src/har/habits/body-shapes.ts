import { asText, isRecord, type Loose } from '../loose.ts';
import { asCount, member, pairsOf } from './members.ts';

/** Names of a body in `postData`, `content` or in place of them. */
const BODY = ['text', 'content', 'data', 'body', 'raw', 'value', 'payload'] as const;

/** Whether `postData` has the members of HAR 1.2. */
export function isPostData(postData: unknown): boolean {
  if (postData === undefined || postData === null) return true;
  if (!isRecord(postData)) return false;
  const { text, params } = postData;
  return typeof text === 'string'
    ? params === undefined || Array.isArray(params)
    : Array.isArray(params) && text === undefined;
}

/** `postData` of a request whose program wrote the body elsewhere or in another form. */
export function postDataOf(request: Loose, mimeType: string | null): unknown {
  const body = member(request, 'postData', 'body', 'requestBody', 'content', 'data', 'payload');
  if (isPostData(body)) return body;
  if (typeof body === 'string') return { mimeType: mimeType ?? '', text: body };
  if (Array.isArray(body)) return { mimeType: mimeType ?? FORM, params: pairsOf(body) };
  if (!isRecord(body)) return undefined;
  const type = asText(member(body, 'mimeType', 'contentType', 'type')) ?? mimeType;
  const text = member(body, ...BODY);
  const { params } = body;
  const described = text !== undefined || params !== undefined || isRecord(body.mimeType);
  // The object is the form or the JSON itself.
  if (!described && !('mimeType' in body)) return written(body, type);
  if (typeof text === 'string') return { ...body, mimeType: type ?? '', text, params: undefined };
  if (text !== undefined && text !== null) return written(text, type);
  return { ...body, text: undefined, mimeType: type ?? FORM, params: pairsOf(params) };
}

const FORM = 'application/x-www-form-urlencoded';

/** A body that was parsed, as text again. */
function written(value: unknown, mimeType: string | null): Loose {
  const flat = isRecord(value) && Object.values(value).every((one) => typeof one !== 'object');
  if (mimeType === null ? flat : mimeType.includes('urlencoded')) {
    return { mimeType: FORM, params: pairsOf(value) };
  }
  return { mimeType: mimeType ?? '', text: JSON.stringify(value) };
}

/** Whether `content` has the members of HAR 1.2. */
export function isContent(content: unknown): boolean {
  if (content === undefined) return true;
  if (!isRecord(content)) return false;
  const { text, size } = content;
  return (text === undefined || typeof text === 'string') && typeof size !== 'string';
}

/** `content` of a response whose program wrote the body elsewhere or in another form. */
export function contentOf(response: Loose): unknown {
  const content = member(response, 'content', 'body', 'responseBody', 'text', 'data');
  if (typeof content === 'string') return { text: content };
  if (!isRecord(content)) return undefined;
  if (!('text' in content) && !('size' in content) && !('mimeType' in content)) {
    const inner = member(content, ...BODY.slice(1));
    return { text: textOf(inner ?? content) };
  }
  const { text = member(content, 'body', 'data'), size } = content;
  return { ...content, ...(text === undefined ? {} : { text: textOf(text) }), size: asCount(size) };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}
