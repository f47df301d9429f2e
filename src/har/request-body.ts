import type { Body } from '../http/exchange.ts';
import { multipartText, type SentField } from '../http/multipart.ts';
import { postedText } from './base64-text.ts';
import type { Dialect } from './dialect.ts';
import type { RequestFacts } from './entry-headers.ts';
import { MAX_BODY } from './limits.ts';
import { asNumber, asText, isRecord, type Loose } from './loose.ts';
import { isRemovedBody } from './removed-values.ts';

interface Evidence {
  readonly method: string;
  readonly facts: RequestFacts;
  readonly dialect: Dialect;
}

/** HAR 1.2 `postData`, or the reason why it is not there; null when the request had no body. */
export function requestBody(request: Loose, evidence: Evidence): Body | null {
  const postData = isRecord(request.postData) ? request.postData : null;
  const posted = postData && postedBody(postData, request.bodySize, evidence.dialect);
  if (posted && isNothing(posted, evidence.method)) return null;
  if (posted) return 'text' in posted && posted.text.length > MAX_BODY ? TOO_LARGE : posted;
  const elsewhere = evidence.dialect.requestBodyElsewhere(request);
  return elsewhere ?? (hadBody(request, evidence) ? { unknown: 'not-recorded' } : null);
}

const TOO_LARGE = { unknown: 'too-large' } as const;

function postedBody(postData: Loose, bodySize: unknown, dialect: Dialect): Body | null {
  const mimeType = asText(postData.mimeType) ?? '';
  const written = postedText(postData, (one) =>
    dialect.isUnmarkedBase64({ text: one, size: bodySize, mimeType }),
  );
  const text = written?.text ?? null;
  const params = Array.isArray(postData.params) ? postData.params : [];
  if (text !== null && (text !== '' || params.length === 0)) {
    const isElsewhere = text === '' && dialect.isBodyApart(postData);
    if (isElsewhere || isRemovedBody(text)) return { unknown: 'stripped' };
    const body = { ...written, text };
    return text.length >= dialect.requestBodyLimit ? { ...body, truncated: true } : body;
  }
  if (params.length === 0) return null;
  if (/^multipart\/form-data/i.test(mimeType)) {
    return { text: multipartText(params.filter(isRecord).map(fieldOf), mimeType), rebuilt: true };
  }
  if (mimeType !== '' && !/^application\/x-www-form-urlencoded/i.test(mimeType)) {
    return { unknown: 'stripped' };
  }
  return { text: formText(params, dialect.paramsAreEncoded) };
}

/** Insomnia and HAR libraries write an empty `postData` for every request. */
function isNothing(body: Body, method: string): boolean {
  return 'text' in body && body.text === '' && /^(?:GET|HEAD)$/i.test(method);
}

function fieldOf({ name, value, fileName, contentType }: Loose): SentField {
  const file = asText(fileName);
  const type = asText(contentType);
  return {
    name: asText(name) ?? '',
    value: asText(value) ?? '',
    ...(file === null ? {} : { file }),
    ...(type === null ? {} : { type }),
  };
}

function formText(params: readonly unknown[], encoded: boolean): string {
  const pairs: string[] = [];
  for (const param of params) {
    if (!isRecord(param)) continue;
    const name = asText(param.name) ?? '';
    const value = asText(param.value) ?? '';
    pairs.push(encoded ? `${name}=${value}` : new URLSearchParams([[name, value]]).toString());
  }
  return pairs.join('&');
}

/**
 * Whether there was a body that is not in the entry. A browser's POST without a body has
 * `Content-Length: 0`; without that field there may have been one.
 */
function hadBody(request: Loose, { method, facts, dialect }: Evidence): boolean {
  const size = asNumber(request.bodySize);
  if (facts.bodyAnnounced || (size !== null && size > 0)) return true;
  if (facts.bodyEmpty || !/^(?:POST|PUT|PATCH)$/i.test(method)) return false;
  return dialect.insideBrowser || size !== 0;
}
