import type { Body, Header } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { isRedirect } from '../http/status.ts';
import { textOfBase64 } from './base64-text.ts';
import type { Dialect } from './dialect.ts';
import { MAX_BODY } from './limits.ts';
import { asNumber, asText, isRecord, type Loose } from './loose.ts';
import { isRemovedBody } from './removed-values.ts';

interface Evidence {
  readonly status: number | null;
  readonly headers: readonly Header[];
  readonly method: string;
  readonly dialect: Dialect;
}

/** HAR 1.2 `content`, or the reason why its text is not there. */
export function responseBody(raw: unknown, evidence: Evidence): Body {
  const content = isRecord(raw) ? raw : {};
  const body = contentOf(content, evidence);
  return evidence.status === null ? asFarAsItCame(body, content, evidence) : body;
}

/**
 * A document that was left before its status was noted may have taken the rest of the body with it.
 * So an empty body counts only when the headers say that it was empty, and a body that is shorter
 * than its `Content-Length` is a beginning.
 */
function asFarAsItCame(body: Body, content: Loose, { status, headers, method }: Evidence): Body {
  if ('unknown' in body || method === 'HEAD') return body;
  const length = headerValue(headers, 'content-length');
  if (body.text === '') {
    return length === '0' || isRedirect({ status, headers }) ? body : { unknown: 'page-left' };
  }
  if (headerValue(headers, 'content-encoding') !== null) return body;
  const size = asNumber(content.size) ?? body.text.length;
  return Number(length) > size ? { text: body.text, truncated: true } : body;
}

const NOTHING: Body = { text: '' };

function contentOf(content: Loose, { status, method, dialect }: Evidence): Body {
  const size = asNumber(content.size);
  const text = content.text;
  if (typeof text === 'string' && (text !== '' || size === null || size <= 0)) {
    if (text.length > MAX_BODY) return { unknown: 'too-large' };
    if (isRemovedBody(text)) return hasNoBody(status, method) ? NOTHING : { unknown: 'stripped' };
    const mimeType = asText(content.mimeType) ?? '';
    const isBase64 =
      content.encoding === 'base64' ||
      (content.encoding === undefined && dialect.isUnmarkedBase64({ text, size, mimeType }));
    if (!isBase64) return { text };
    const binary = /^(?:image|audio|video|font)\//i.test(mimeType);
    return binary ? { unknown: 'not-fetched' } : { text: textOfBase64(text) };
  }
  if (dialect.isBodyTooLarge(content)) return { unknown: 'too-large' };
  if (size !== null && size > 0) return { unknown: 'stripped' };
  if (size === 0 && dialect.sizeZeroIsEmpty) return { text: '' };
  return hasNoBody(status, method) ? { text: '' } : { unknown: 'stripped' };
}

/** RFC 9110 section 6.4.1, and redirects, of which browsers keep no body. */
function hasNoBody(status: number | null, method: string): boolean {
  if (method === 'HEAD' || status === 204) return true;
  return status !== null && status >= 300 && status < 400 && status !== 304;
}
