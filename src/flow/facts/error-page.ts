import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import type { HtmlText } from '../../http/html-text.ts';
import { memoised } from '../../http/memo.ts';
import { hasStatus, isError, isRedirect } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { redirectTarget, responseText } from '../../oauth/exchange-view.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { EndSessionRequest } from '../../oauth/kinds/end-session-request.ts';
import type { Interaction } from '../../oauth/kinds/interaction.ts';
import type { Message } from '../../oauth/message.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { ownErrorOf, saysFailure } from '../../oauth/values/own-error.ts';
import { isByOwnPage } from '../../oauth/values/own-page.ts';
import { type CorrelationId, correlationIds } from '../../providers/registry/correlation-ids.ts';
import { findSignature, type SignatureMatch } from '../../providers/registry/errors.ts';
import { isIdentifiable } from '../../providers/registry/identify.ts';
import type { Flow } from '../flow.ts';
import { asksAgain, asksForCredentials, asksToDecide } from './login-page.ts';
import { MAX_ERROR_PAGE, readPage, summaryOf } from './page-text.ts';
import { serverProvider } from './server-provider.ts';
import { urlError } from './url-error.ts';

/** An error that the authorization server showed on its own page (RFC 6749 section 4.1.2.1). */
export interface ErrorPage {
  readonly status: number | null;
  readonly url: string;
  /**
   * The text that a user reads on it, at most 300 characters; null when the body was not recorded.
   */
  readonly words: string | null;
  /** What its URL says of the error; null when it says nothing. */
  readonly inUrl: string | null;
  /** The answer to a call of the server's own sign-in page, and not a page. */
  readonly byFetch: boolean;
  readonly match: SignatureMatch | null;
  readonly ids: readonly CorrelationId[];
}

type PageMessage = AuthorizationRequest | Interaction;

/** Several checks ask about the same page. */
const known = memoised((_: Flow) => new Map<PageMessage, ErrorPage | null>());

/** Reads a page of the authorization server as an error page; null when it is something else. */
export function readErrorPage(message: PageMessage, flow: Flow): ErrorPage | null {
  const pages = known(flow);
  const page = pages.get(message);
  if (page !== undefined) return page;
  const read = errorPageOf(message, flow);
  pages.set(message, read);
  return read;
}

function errorPageOf(message: PageMessage, flow: Flow): ErrorPage | null {
  const { exchange } = message;
  const { response, destination, startedAt, request } = exchange;
  if (!response || destination === 'worker') return null;
  if (destination === 'empty') return readRefusedFetch(message, flow);
  const { status, headers } = response;
  if (hasStatus(response, 1, 199) || isRedirect(response) || isChallenge(status, headers))
    return null;
  if (wentOn(flow, startedAt) || isOwnPage(flow, request.url)) return null;
  const page = readPage(exchange);
  if (page?.forms.some(asksForCredentials)) return null;
  const inUrl = urlError(request.url);
  const said = `${inUrl}\n${page?.text ?? ''}`;
  const short = said.length <= MAX_ERROR_PAGE;
  const failed = isError(response);
  const found = failed || short ? signatureOn(message, flow, said) : null;
  const match = failed
    ? proven(found, status)
    : found && isUnmistakable(found, page)
      ? found
      : null;
  if (!failed && !match && inUrl === '' && !isErrorPlace(request.url, flow)) return null;
  const isSigned = match !== null && match.signature.about !== 'other';
  if (!isSigned && asksAgain(exchange, flow)) return null;
  return errorPage(exchange, page, match, inUrl);
}

/**
 * Whether the server itself redirected to a page of its own whose path says that it is about an
 * error, such as `/home/error?errorId=…`.
 */
function isErrorPlace(url: string, { request, messages }: Flow): boolean {
  const isServer = request !== null && originOfUrl(url) === originOfUrl(request.endpoint);
  if (!isServer || !/\/error(?:page|\.\w{2,5})?\/?$/i.test(withoutQuery(url))) return false;
  return messages.some(({ exchange }) => redirectTarget(exchange) === url);
}

/** What a sign-in page is told when the user made a mistake, and can try again. */
const TRY_AGAIN =
  /password|passcode|credential|captcha|\b(?:otp|mfa|2fa|totp)\b|one.?time|verification code|user ?name|e-?mail|log ?in again|try again/i;

/**
 * Reads the answer to the server's own sign-in page, which called the endpoint by fetch, as its
 * refusal; null when it is something else, or when the user can correct it.
 */
function readRefusedFetch(message: PageMessage, flow: Flow): ErrorPage | null {
  const { exchange } = message;
  const { response, startedAt } = exchange;
  if (!isByOwnPage(exchange) || wentOn(flow, startedAt)) return null;
  const json = parseJsonObject(responseText(exchange) ?? '');
  if (!isError(response) && !saysFailure(json)) return null;
  const own = ownErrorOf(json);
  const said = [own?.code, own?.words].filter(Boolean).join(': ');
  if (said === '' || TRY_AGAIN.test(said)) return null;
  const page: HtmlText = { title: '', text: said, lines: [said], forms: [] };
  return errorPage(exchange, page, signatureOn(message, flow, said));
}

/** Reads the answer to a logout as an error page; null when it is something else. */
export function readLogoutError(message: EndSessionRequest, flow: Flow): ErrorPage | null {
  const { exchange } = message;
  const { response, destination } = exchange;
  if (!response || destination === 'empty' || destination === 'worker') return null;
  if (!isError(response) || isChallenge(response.status, response.headers)) return null;
  const page = readPage(exchange);
  return errorPage(exchange, page, signatureOn(message, flow, page?.text ?? ''));
}

/** What the text of a page means at the provider that made it. */
function signatureOn({ kind, exchange }: Message, flow: Flow, text: string): SignatureMatch | null {
  const quotes = serverProvider(flow);
  return findSignature(exchange, text.slice(0, MAX_ERROR_PAGE), { at: [kind], quotes });
}

function errorPage(
  { request, response, destination }: Exchange,
  page: HtmlText | null,
  match: SignatureMatch | null,
  inUrl = '',
): ErrorPage {
  const status = response?.status ?? null;
  const byFetch = destination === 'empty';
  const words = page === null ? null : summaryOf(page, match);
  const ids = correlationIds(response?.headers ?? [], page?.text ?? '');
  return {
    status,
    url: request.url,
    words: words || null,
    inUrl: inUrl || null,
    byFetch,
    match,
    ids,
  };
}

/**
 * Drops a general phrase about an application when the status says that nothing is there. Routers of
 * hosting platforms use it for their own applications.
 */
function proven(match: SignatureMatch | null, status: number | null): SignatureMatch | null {
  if (match === null || isIdentifiable(match.provider)) return match;
  const isGone = status === 404 || status === 410 || (status ?? 0) >= 500;
  const isVague = match.signature.about === 'client-unknown' && !/client/i.test(match.line);
  return isGone && isVague ? null : match;
}

/**
 * Whether a signature proves an error without an error status. Login pages use some of the phrases
 * too.
 */
function isUnmistakable(
  { provider, signature: { about } }: SignatureMatch,
  page: HtmlText | null,
): boolean {
  if (isIdentifiable(provider)) return true;
  if (page && asksToDecide(page)) return false;
  return about === 'redirect-mismatch' || about === 'client-unknown';
}

type Headers = Parameters<typeof headerValue>[0];

/** Whether this is a Kerberos or bot challenge, which the browser answers by itself. */
function isChallenge(status: number | null, headers: Headers): boolean {
  if (headerValue(headers, 'cf-mitigated') !== null) return true;
  return (
    (status === 401 || status === null) &&
    /^\s*(?:negotiate|ntlm)/i.test(headerValue(headers, 'www-authenticate') ?? '')
  );
}

/** Whether the login continued afterwards, so that this page did not end it. */
function wentOn(flow: Flow, startedAt: number): boolean {
  return flow.responses.some(({ exchange }) => exchange.startedAt >= startedAt);
}

/** Whether a page is the application's own, at the origin of its redirect URI. */
function isOwnPage(flow: Flow, url: string): boolean {
  const own = originOfUrl(flow.request?.effective('redirect_uri') ?? '');
  const server = originOfUrl(flow.request?.endpoint ?? '');
  return own !== null && own !== server && originOfUrl(url) === own;
}
