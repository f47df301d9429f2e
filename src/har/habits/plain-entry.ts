import { urlWithQuery } from '../entry-url.ts';
import { asText, isRecord, type Loose } from '../loose.ts';
import { contentOf, isContent, isPostData, postDataOf } from './body-shapes.ts';
import { fieldValue, headerList, isHeaderList } from './header-shapes.ts';
import { asCount, member, pairsOf } from './members.ts';
import { absoluteUrl, isAbsolute, methodOf } from './url-parts.ts';

/**
 * The entry with the members of HAR 1.2, if a program or script wrote what they hold under other
 * names or in other forms. The same object when there is nothing to change, as for most files.
 */
export function plainEntry(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  const { request, response, startedDateTime } = entry;
  if (typeof startedDateTime === 'string' && isPlain(request) && isPlainResponse(response)) {
    return entry;
  }
  const sent = isRecord(request)
    ? request
    : (member(entry, 'request', 'req') ?? flatRequest(entry));
  if (!isRecord(sent)) return entry;
  const got = isRecord(response)
    ? response
    : (member(entry, 'response', 'res', 'resp') ?? flatResponse(entry));
  return {
    ...entry,
    startedDateTime: member(entry, 'startedDateTime', ...STARTS),
    time: asCount(entry.time),
    request: isPlain(sent) ? sent : plainRequest(sent),
    response: isRecord(got) && !isPlainResponse(got) ? plainResponse(got) : got,
  };
}

const STARTS = ['startedAt', 'startTime', 'start', 'timestamp', 'requestTime', 'date'] as const;

function isPlain(request: unknown): boolean {
  if (!isRecord(request)) return false;
  const { url, method, headers, postData, queryString } = request;
  if (!isAbsolute(url) || typeof method !== 'string' || !isHeaderList(headers)) return false;
  if (
    !isPostData(postData) ||
    (postData === undefined && ('body' in request || 'content' in request))
  )
    return false;
  if (queryString === undefined) return true;
  if (!Array.isArray(queryString) || url.includes('&amp;')) return false;
  return queryString.length === 0 || url.includes('?');
}

function isPlainResponse(response: unknown): boolean {
  if (!isRecord(response)) return response === undefined || response === null;
  const { status, headers, content } = response;
  if (typeof status !== 'number' || status < 100 || !isHeaderList(headers)) return false;
  return isContent(content) && (content !== undefined || !('body' in response));
}

function plainRequest(request: Loose): Loose {
  const headers = headerList(member(request, 'headers', 'requestHeaders'));
  const queryString = pairsOf(member(request, 'queryString', 'query', 'queryParams'));
  const plain: Loose = {
    ...request,
    headers,
    queryString,
    url: absoluteUrl(request, headers),
    method: methodOf(request, headers),
    bodySize: asCount(request.bodySize),
    postData: postDataOf(request, fieldValue(headers, 'content-type')),
    cookies: Array.isArray(request.cookies) ? request.cookies : pairsOf(request.cookies),
  };
  return {
    ...plain,
    url: isAbsolute(plain.url) ? unescapedUrl(urlWithQuery(plain), queryString) : plain.url,
  };
}

/** The URL, if somebody escaped it for HTML: `queryString` then has the names without `amp;`. */
function unescapedUrl(url: string, query: readonly { readonly name: string }[]): string {
  if (!url.includes('&amp;') || query.length < 2) return url;
  return query.some(({ name }) => name.startsWith('amp;')) ? url : url.replaceAll('&amp;', '&');
}

function plainResponse(response: Loose): Loose {
  const headers = headerList(member(response, 'headers', 'responseHeaders'));
  const status =
    statusIn(member(response, 'status', 'statusCode', 'code')) ??
    statusIn(fieldValue(headers, ':status'));
  return {
    ...response,
    headers,
    ...(status === null ? {} : { status }),
    statusText: asText(response.statusText) ?? '',
    content: contentOf(response),
  };
}

/** RFC 9112 section 4: a number, also in a status line. */
function statusIn(value: unknown): number | null {
  if (typeof value === 'number') return value >= 100 ? value : null;
  const code = /^\s*(?:HTTP\/\S+\s+)?([1-9]\d\d)(?!\d)/i.exec(asText(value) ?? '')?.[1];
  return code === undefined ? null : Number(code);
}

/** The request of an entry that has everything in one object. */
function flatRequest(entry: Loose): Loose | null {
  const url = member(entry, 'url', 'requestUrl');
  const method = member(entry, 'method', 'requestMethod');
  const answered = member(entry, 'status', 'statusCode', 'responseStatus', 'responseHeaders');
  if (!isAbsolute(url) || typeof method !== 'string' || answered === undefined) return null;
  const headers = headerList(member(entry, 'requestHeaders', 'headers'));
  const body = member(entry, 'requestBody', 'postData', 'requestData');
  return { url, method, headers, ...(body === undefined ? {} : { body }) };
}

function flatResponse(entry: Loose): Loose | null {
  const status = member(entry, 'status', 'statusCode', 'responseStatus');
  const headers = member(entry, 'responseHeaders');
  if (status === undefined && headers === undefined) return null;
  const body = member(entry, 'responseBody', 'responseText', 'responseContent');
  const statusText = member(entry, 'statusText', 'responseStatusText');
  return { status, statusText, headers, ...(body === undefined ? {} : { body }) };
}
