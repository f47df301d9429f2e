import type { Flow } from '../flow/flow.ts';
import { decodeBase64url } from '../http/base64.ts';
import { type CorrelationId, correlationIds } from '../http/correlation-id.ts';
import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { type HtmlForm, type HtmlText, htmlText } from '../http/html-text.ts';
import { isHtml } from '../http/media-type.ts';
import { hasStatus, isError, isRedirect } from '../http/status.ts';
import { originOfUrl, queryOf } from '../http/url.ts';
import type { EndSessionRequest } from '../oauth/kinds/end-session-request.ts';
import type { AuthorizationRequest, Interaction } from '../oauth/message.ts';
import { formParams } from '../oauth/values/params.ts';
import { findSignature, providerOf, type SignatureMatch } from './error-signatures.ts';

/** An error that the authorization server showed itself (RFC 6749 section 4.1.2.1). */
export interface ErrorPage {
  readonly status: number | null;
  readonly url: string;
  /** What a person reads on it, at most 300 characters; null when the body was not recorded. */
  readonly words: string | null;
  readonly match: SignatureMatch | null;
  readonly ids: readonly CorrelationId[];
}

const MAX_WORDS = 300;
/** What stands further down is documentation, or the source code that a debug page quotes. */
const MAX_ERROR_PAGE = 4_000;
/** Where a program was when it failed; what failed stands above it. */
const STACK_LINE = /^\s*at \S.*:(?:line )?\d+\)?$/;
const LOGIN_FIELD = /user|e-?mail|login|identifier|otp|one.?time|passcode|\bpin\b|phone|code/i;
const LOGIN_TYPES = new Set(['text', 'email', 'tel', 'number']);

/** Reads a page of the authorization server as an error page; null when it is none. */
export function readErrorPage(
  { exchange }: AuthorizationRequest | Interaction,
  flow: Flow,
): ErrorPage | null {
  const { response, destination, startedAt, request } = exchange;
  if (!response || destination === 'empty' || destination === 'worker') return null;
  const { status, headers } = response;
  if (hasStatus(response, 1, 199) || isRedirect(response) || isChallenge(status, headers))
    return null;
  if (wentOn(flow, startedAt) || isOwnPage(flow, request.url)) return null;
  const page = readPage(exchange);
  if (page?.forms.some(asksForCredentials)) return null;
  const said = `${urlError(request.url)}\n${page?.text ?? ''}`;
  const short = said.length <= MAX_ERROR_PAGE;
  const failed = isError(response);
  const found = failed || short ? findSignature(request.url, said.slice(0, MAX_ERROR_PAGE)) : null;
  const match = failed || (found && isUnmistakable(found)) ? found : null;
  if (!failed && !match && urlError(request.url) === '') return null;
  return errorPage(exchange, page, match);
}

/** Reads the answer to a logout as an error page; null when it is none. */
export function readLogoutError({ exchange }: EndSessionRequest): ErrorPage | null {
  const { response, destination, request } = exchange;
  if (!response || destination === 'empty' || destination === 'worker') return null;
  if (!isError(response) || isChallenge(response.status, response.headers)) return null;
  const page = readPage(exchange);
  const said = page?.text.slice(0, MAX_ERROR_PAGE) ?? '';
  return errorPage(exchange, page, findSignature(request.url, said));
}

/** What a person reads on a page, at most 300 characters; null when the body was not recorded. */
export function wordsOf(exchange: Exchange): string | null {
  const page = readPage(exchange);
  return page === null ? null : summary(page, null);
}

function errorPage(
  { request, response }: Exchange,
  page: HtmlText | null,
  match: SignatureMatch | null,
): ErrorPage {
  const status = response?.status ?? null;
  const words = page === null ? null : summary(page, match);
  const ids = correlationIds(response?.headers ?? [], page?.text ?? '');
  return { status, url: request.url, words, match, ids };
}

/** Without an error status, phrases that login pages use as well prove nothing. */
function isUnmistakable({ provider, signature: { about } }: SignatureMatch): boolean {
  if (provider.url !== null) return true;
  return about === 'redirect-mismatch' || about === 'client-unknown';
}

type Headers = Parameters<typeof headerValue>[0];

/** Kerberos and bot challenges are answered by the browser, not by the developer. */
function isChallenge(status: number | null, headers: Headers): boolean {
  if (headerValue(headers, 'cf-mitigated') !== null) return true;
  return (
    (status === 401 || status === null) &&
    /^\s*(?:negotiate|ntlm)/i.test(headerValue(headers, 'www-authenticate') ?? '')
  );
}

/** A login that went on afterwards was not ended by this page. */
function wentOn(flow: Flow, startedAt: number): boolean {
  return flow.responses.some(({ exchange }) => exchange.startedAt >= startedAt);
}

/** A page of the application itself, at the origin of its redirect URI. */
function isOwnPage(flow: Flow, url: string): boolean {
  const own = originOfUrl(flow.request?.effective('redirect_uri') ?? '');
  const server = originOfUrl(flow.request?.endpoint ?? '');
  return own !== null && own !== server && originOfUrl(url) === own;
}

function readPage({ request, response }: Exchange): HtmlText | null {
  if (!response || !('text' in response.body)) return null;
  const { text } = response.body;
  const inScript = scriptMessage(request.url, text);
  if (inScript !== null) return { title: '', text: inScript, lines: [inScript], forms: [] };
  if (isHtml(headerValue(response.headers, 'content-type')) || /^\s*</.test(text)) {
    return htmlText(text);
  }
  const plain = text.slice(0, MAX_ERROR_PAGE);
  return { title: '', text: plain, lines: plain.split('\n'), forms: [] };
}

function scriptMessage(url: string, text: string): string | null {
  const message = providerOf(url)?.scriptMessage?.exec(text)?.[1];
  if (!message) return null;
  try {
    const read: unknown = JSON.parse(`"${message}"`);
    return typeof read === 'string' ? htmlText(read).text : null;
  } catch {
    return message;
  }
}

function asksForCredentials({ inputs }: HtmlForm): boolean {
  return inputs.some(
    ({ type, name }) => type === 'password' || (LOGIN_TYPES.has(type) && LOGIN_FIELD.test(name)),
  );
}

/** What the URL of a page says went wrong; Google packs it into base64url. */
function urlError(url: string): string {
  const params = formParams(queryOf(url));
  if (params.has('client_id') && params.has('response_type')) return '';
  const packed = params.get('authError');
  const names = ['error', 'errorCode', 'error_description', 'error_hint'];
  const plain = names.map((name) => params.get(name) ?? '');
  return [...plain, packed ? unpacked(packed) : ''].filter(Boolean).join(' ');
}

function unpacked(text: string): string {
  return (decodeBase64url(text)?.match(/[\x20-\x7E]{4,}/g) ?? []).join(' ');
}

function summary(page: HtmlText, match: SignatureMatch | null): string {
  if (match && match.line !== '' && match.signature.about !== 'other') return match.line;
  const lines = page.lines.filter((line) => !page.title.includes(line) && !STACK_LINE.test(line));
  return [page.title, ...lines].filter(Boolean).join(' · ').slice(0, MAX_WORDS);
}
