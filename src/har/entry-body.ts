import { decodeBase64 } from '../http/base64.ts';
import type { Body, Header } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { isRedirect } from '../http/status.ts';
import type { Recorder } from './dialect.ts';
import type { RequestFacts } from './entry-headers.ts';
import { MAX_BODY } from './limits.ts';
import { asNumber, asText, isRecord, type Loose } from './loose.ts';

/** Firefox cuts request bodies at 1 MiB without saying so. */
const FIREFOX_BODY_LIMIT = 1_048_576;

const TOO_LARGE = { unknown: 'too-large' } as const;

interface RequestEvidence {
  readonly method: string;
  readonly facts: RequestFacts;
  readonly recorder: Recorder;
}

/** HAR 1.2 `postData`, or the reason why there is none; null when there certainly was no body. */
export function requestBody(request: Loose, evidence: RequestEvidence): Body | null {
  const postData = isRecord(request.postData) ? request.postData : null;
  if (postData) {
    const body = postedBody(postData, request.bodySize, evidence.recorder);
    if (body && isNothing(body, evidence.method)) return null;
    if (body) return 'text' in body && body.text.length > MAX_BODY ? TOO_LARGE : body;
  }
  // HTTP Toolkit keeps here what HAR has no place for.
  const content = isRecord(request._content) ? textOf(request._content) : null;
  if (content !== null) return { text: content };
  if (asText(request._requestBodyStatus) === 'discarded:too-large') {
    return TOO_LARGE;
  }
  return hadBody(request, evidence) ? { unknown: 'not-recorded' } : null;
}

function postedBody(postData: Loose, bodySize: unknown, recorder: Recorder): Body | null {
  const said = textOf(postData);
  const text = said !== null && isUnsaidBase64(said, bodySize) ? textOfBase64(said) : said;
  const params = Array.isArray(postData.params) ? postData.params : [];
  if (text !== null && (text !== '' || params.length === 0)) {
    if (text === '' && ('_sha1' in postData || '_file' in postData)) return { unknown: 'stripped' };
    const cut = recorder === 'firefox' && text.length >= FIREFOX_BODY_LIMIT;
    return cut ? { text, truncated: true } : { text };
  }
  if (params.length === 0) return null;
  const mimeType = asText(postData.mimeType) ?? '';
  if (mimeType !== '' && !/^application\/x-www-form-urlencoded/i.test(mimeType)) {
    return { unknown: 'stripped' };
  }
  return { text: formText(params, recorder === 'chromium') };
}

/** Insomnia and HAR libraries write an empty `postData` for every request. */
function isNothing(body: Body, method: string): boolean {
  return 'text' in body && body.text === '' && /^(?:GET|HEAD)$/i.test(method);
}

/** Charles writes bodies that are no forms in base64 without saying so: their size tells. */
function isUnsaidBase64(text: string, bodySize: unknown): boolean {
  if (text.length < 8 || text.length % 4 !== 0 || bodySize === text.length) return false;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  if (bodySize !== (text.length / 4) * 3 - padding) return false;
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** Chromium's `params` are as they were on the wire, everybody else's are decoded. */
function formText(params: readonly unknown[], raw: boolean): string {
  const pairs: string[] = [];
  for (const param of params) {
    if (!isRecord(param)) continue;
    const name = asText(param.name) ?? '';
    const value = asText(param.value) ?? '';
    pairs.push(raw ? `${name}=${value}` : new URLSearchParams([[name, value]]).toString());
  }
  return pairs.join('&');
}

/** A browser's POST without a body says `Content-Length: 0`; without that there may have been one. */
function hadBody(request: Loose, { method, facts, recorder }: RequestEvidence): boolean {
  const size = asNumber(request.bodySize);
  if (facts.bodyAnnounced || (size !== null && size > 0)) return true;
  if (facts.bodyEmpty || !/^(?:POST|PUT|PATCH)$/i.test(method)) return false;
  return recorder !== 'other' || size !== 0;
}

interface ResponseEvidence {
  readonly status: number | null;
  readonly headers: readonly Header[];
  readonly method: string;
  readonly recorder: Recorder;
}

/** HAR 1.2 `content`, or the reason why its text is not there. */
export function responseBody(raw: unknown, evidence: ResponseEvidence): Body {
  const content = isRecord(raw) ? raw : {};
  const body = contentOf(content, evidence);
  return evidence.status === null ? asFarAsItCame(body, content, evidence) : body;
}

/**
 * A document that went away before the status was noted may have taken the rest of the body with it:
 * what is empty must be so by its headers, and what is shorter than its length is a beginning.
 */
function asFarAsItCame(
  body: Body,
  content: Loose,
  { status, headers, method }: ResponseEvidence,
): Body {
  if ('unknown' in body || method === 'HEAD') return body;
  const length = headerValue(headers, 'content-length');
  if (body.text === '') {
    return length === '0' || isRedirect({ status, headers }) ? body : { unknown: 'page-left' };
  }
  if (headerValue(headers, 'content-encoding') !== null) return body;
  const size = asNumber(content.size) ?? body.text.length;
  return Number(length) > size ? { text: body.text, truncated: true } : body;
}

function contentOf(content: Loose, { status, method, recorder }: ResponseEvidence): Body {
  const size = asNumber(content.size);
  const text = content.text;
  if (typeof text === 'string' && (text !== '' || size === null || size <= 0)) {
    if (text.length > MAX_BODY) return TOO_LARGE;
    if (content.encoding !== 'base64') return { text };
    const binary = /^(?:image|audio|video|font)\//i.test(asText(content.mimeType) ?? '');
    return binary ? { unknown: 'not-fetched' } : { text: textOfBase64(text) };
  }
  // HTTP Toolkit, Fiddler: “Body discarded …, longer than limit”, “Body length exceeded …”.
  if (/\b(?:longer than|exceeded)\b/.test(asText(content.comment) ?? '')) return TOO_LARGE;
  if (size !== null && size > 0) return { unknown: 'stripped' };
  // Safari says 0 also of what it did not keep.
  if ((size === 0 && recorder !== 'safari') || method === 'HEAD' || status === 204)
    return { text: '' };
  if (status !== null && status >= 300 && status < 400 && status !== 304) return { text: '' };
  return { unknown: 'stripped' };
}

function textOf(holder: Loose): string | null {
  const text = asText(holder.text);
  return text !== null && (holder.encoding ?? holder._encoding) === 'base64'
    ? textOfBase64(text)
    : text;
}

/** Firefox labels text that it could not encode as base64 all the same: that text stays as it is. */
export function textOfBase64(encoded: string): string {
  return decodeBase64(encoded) ?? encoded;
}
