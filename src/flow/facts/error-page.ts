import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import type { HtmlText } from '../../http/html-text.ts';
import { hasStatus, isError, isRedirect } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { EndSessionRequest } from '../../oauth/kinds/end-session-request.ts';
import type { Interaction } from '../../oauth/kinds/interaction.ts';
import { type CorrelationId, correlationIds } from '../../providers/registry/correlation-ids.ts';
import { findSignature, type SignatureMatch } from '../../providers/registry/errors.ts';
import { isIdentifiable } from '../../providers/registry/identify.ts';
import type { Flow } from '../flow.ts';
import { asksAgain, asksForCredentials, asksToDecide } from './login-page.ts';
import { MAX_ERROR_PAGE, readPage, summaryOf } from './page-text.ts';
import { urlError } from './url-error.ts';

/** An error that the authorization server showed on its own page (RFC 6749 section 4.1.2.1). */
export interface ErrorPage {
  readonly status: number | null;
  readonly url: string;
  /**
   * The text that a user reads on it, at most 300 characters; null when the body was not recorded.
   */
  readonly words: string | null;
  readonly match: SignatureMatch | null;
  readonly ids: readonly CorrelationId[];
}

/** Reads a page of the authorization server as an error page; null when it is something else. */
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
  const inUrl = urlError(request.url);
  const said = `${inUrl}\n${page?.text ?? ''}`;
  const short = said.length <= MAX_ERROR_PAGE;
  const failed = isError(response);
  const found = failed || short ? findSignature(exchange, said.slice(0, MAX_ERROR_PAGE)) : null;
  const match = failed
    ? proven(found, status)
    : found && isUnmistakable(found, page)
      ? found
      : null;
  const isSigned = match !== null && match.signature.about !== 'other';
  if (!isSigned && asksAgain(exchange, flow)) return null;
  if (!failed && !match && inUrl === '' && !isErrorPlace(request.url, flow)) return null;
  return errorPage(exchange, page, match);
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

/** Reads the answer to a logout as an error page; null when it is something else. */
export function readLogoutError({ exchange }: EndSessionRequest): ErrorPage | null {
  const { response, destination } = exchange;
  if (!response || destination === 'empty' || destination === 'worker') return null;
  if (!isError(response) || isChallenge(response.status, response.headers)) return null;
  const page = readPage(exchange);
  const said = page?.text.slice(0, MAX_ERROR_PAGE) ?? '';
  return errorPage(exchange, page, findSignature(exchange, said));
}

function errorPage(
  { request, response }: Exchange,
  page: HtmlText | null,
  match: SignatureMatch | null,
): ErrorPage {
  const status = response?.status ?? null;
  const words = page === null ? null : summaryOf(page, match);
  const ids = correlationIds(response?.headers ?? [], page?.text ?? '');
  return { status, url: request.url, words, match, ids };
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
