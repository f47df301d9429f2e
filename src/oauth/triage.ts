import type { Exchange, Header } from '../http/exchange.ts';
import { isError, isOk, isRedirect } from '../http/status.ts';
import { originOfUrl, withoutQuery } from '../http/url.ts';
import { MESSAGE_KINDS } from './message-kinds.ts';
import { cookiePurpose } from './registry/cookie-names.ts';
import { inBody, TOKEN_FORM } from './token-form.ts';
import { asksForToken } from './values/bearer.ts';
import { codeCopyIn } from './values/code-copy.ts';

/**
 * How relevant an exchange is. `oauth`: it carries, or may carry, a message. `context`: messages
 * need it around them (documents, preflights). `none`: it can be dropped at once.
 */
type Relevance = 'oauth' | 'context' | 'none';

/** Decides cheaply, without parsing URLs, which exchanges a recorder must keep. */
export interface Triage {
  relevance(exchange: Exchange): Relevance;
  /** Whether the response body can matter; calls `relevance` itself. */
  wantsBody(exchange: Exchange): boolean;
  /**
   * Whether the exchange is OAuth only because of its access token, and the API answered with
   * success. Nothing reads such a body, so a recorder need not ask for it.
   */
  isServedApiCall(exchange: Exchange): boolean;
  /**
   * Remembers endpoints that a response names and that are called with a token, such as UserInfo.
   */
  learn(exchange: Exchange): void;
}

const signs = MESSAGE_KINDS.flatMap((kind) => kind.signs ?? []);

/** Sorted, since the engine then compares equal beginnings once. */
function alternatives(sources: readonly string[]): string {
  return [...new Set(sources)].sort().join('|');
}

const PARAMETER = new RegExp(
  `[?&#](?:${alternatives(signs.flatMap(({ query }) => query ?? []))})=`,
);
const PATH = new RegExp(
  `/(?:${alternatives(signs.flatMap(({ path }) => path?.source ?? []))})(?:[/?#.]|$)`,
);
/** Applications redirect to such a URL when a login has failed; the page gives the reason. */
const ERROR_PLACE = /[?&]error(?:[&#]|$)|\/error\/?(?:[?#]|$)/;
const WORD = /oauth2?[/.]|openid/;
/** One expression is a third faster than three. */
const OAUTH_URL = new RegExp(`${PARAMETER.source}|${PATH.source}|${WORD.source}`, 'i');
/** SAML assertions are posted in the middle of some logins. */
const FORM_PARAMETER = inBody([...signs.flatMap(({ body }) => body ?? []), 'SAMLResponse']);
const MAX_SCANNED_BODY = 65_536;

/** Members of a response that name an endpoint which is called with an access token. */
const NAMED_ENDPOINT =
  /"(?:userinfo_endpoint|registration_client_uri)"\s*:\s*"(https?:(?:[^"\\]|\\\/)+)"/g;
const MAX_NAMED = 100;
/** Usual path of UserInfo at servers whose metadata was not requested; see `isUserinfo`. */
const USER_PATH = /\/user\/?$/i;
const OAUTH_PATH = new RegExp(PATH.source, 'i');

const TEXT_SIGN =
  /\b(?:grant_type|response_type|code_verifier|client_assertion|refresh_token|access_token|id_token)\b/;

/** Whether text that could not be read as an exchange has signs of an OAuth message. */
export function mayBeOAuth(text: string): boolean {
  return OAUTH_URL.test(text) || TEXT_SIGN.test(text);
}

/** In the text of an entry, a path ends at a quote. */
const PATH_IN_TEXT = PATH.source.replaceAll('$', '"');
const IN_TEXT = new RegExp(
  `${PARAMETER.source}|${PATH_IN_TEXT}|${WORD.source}|code(?:=|%(?:25)?3D)|"(?:authorization|dpop|set-cookie|webidentity)"`,
  'i',
);

/**
 * Whether the JSON text of an exchange may show OAuth. It is for an exchange without a request body
 * that was answered with success and loaded no document: what is false here has no relevance then.
 */
export function mayShowOAuth(text: string): boolean {
  return IN_TEXT.test(text);
}

/** Whether the query or the fragment of a URL has a parameter of an OAuth message. */
export function hasOAuthParameter(url: string): boolean {
  return PARAMETER.test(url);
}

/** Compares header names by length and first letter before it lower-cases anything. */
function hasTokenHeader(headers: readonly Header[]): boolean {
  for (const { name, value } of headers) {
    switch (name.length) {
      case 4:
        if (name.toLowerCase() === 'dpop') return true;
        break;
      case 13:
        if (name === 'authorization' || name.toLowerCase() === 'authorization')
          return /^(?:bearer|dpop)\s/i.test(value);
        break;
      case 14:
        if (value === 'webidentity') return true;
    }
  }
  return false;
}

/** RFC 9101 section 10.2; most media types are shorter. */
const REQUEST_OBJECT = 'application/oauth-authz-req+jwt';

function hasResponseSign(headers: readonly Header[]): boolean {
  for (const { name, value } of headers) {
    if (name.length === 8 && (name === 'location' || name === 'Location')) {
      if (PARAMETER.test(value)) return true;
    } else if (name.length === 12 && value.length >= REQUEST_OBJECT.length && value.length < 80) {
      if (value.toLowerCase().startsWith(REQUEST_OBJECT)) return true;
    } else if (name.length === 16 && name.toLowerCase() === 'www-authenticate') {
      if (/\b(?:bearer|dpop)\b/i.test(value)) return true;
    }
  }
  return false;
}

/**
 * Documents that are recognised by their content alone can be at any URL. Servers and programs
 * fetch them, not pages, so bodies that a browser recorded need not be searched.
 */
const SELF_TELLING = /"(?:client_id|authorization_servers)"\s*:\s*(?:"https?:|\[)/;
const MAX_SELF_TELLING = 8_192;

function tellsItself({ request, response, destination }: Exchange): boolean {
  if (destination !== 'unknown' || request.method !== 'GET' || !response) return false;
  const { body } = response;
  return 'text' in body && body.text.length <= MAX_SELF_TELLING && SELF_TELLING.test(body.text);
}

function requestMatches({ request }: Exchange, parameter: RegExp): boolean {
  const { body } = request;
  if (!body || !('text' in body)) return false;
  const text =
    body.text.length > MAX_SCANNED_BODY ? body.text.slice(0, MAX_SCANNED_BODY) : body.text;
  return parameter.test(text);
}

/**
 * Whether a script calls an endpoint of the protocol itself (token, UserInfo, registration …), by
 * its path or its form. The answers to these calls matter most.
 */
export function isEndpointCall(exchange: Exchange): boolean {
  if (exchange.destination !== 'empty') return false;
  return OAUTH_PATH.test(exchange.request.url) || requestMatches(exchange, TOKEN_FORM);
}

function hasAccessToken({ request }: Exchange): boolean {
  return request.headers.some(
    ({ name, value }) =>
      name.length === 13 &&
      name.toLowerCase() === 'authorization' &&
      /^(?:bearer|dpop)\s/i.test(value),
  );
}

/**
 * Whether the response headers may show OAuth. A successful answer is no redirect and does not ask
 * for a token, and servers, not pages, fetch request objects. Skipping such answers, which are the
 * majority, saves time.
 */
function mayHaveSign({ destination, response }: Exchange): boolean {
  return destination === 'unknown' || !isOk(response);
}

function looksLikeOAuth(exchange: Exchange): boolean {
  const { request, response } = exchange;
  const { url } = request;
  if (OAUTH_URL.test(url)) return true;
  if (hasTokenHeader(request.headers)) return true;
  if (response && mayHaveSign(exchange) && hasResponseSign(response.headers)) return true;
  if (request.body !== null && requestMatches(exchange, FORM_PARAMETER)) return true;
  if (response?.status === 401 && asksForToken(exchange)) return true;
  return tellsItself(exchange);
}

function isDocument(exchange: Exchange): boolean {
  return exchange.destination === 'document' || exchange.destination === 'iframe';
}

/**
 * Whether a response sets a cookie of a login, by its name. Some applications begin their logins by
 * script.
 */
function setsLoginCookie({ response }: Exchange): boolean {
  for (const { name, value } of response?.headers ?? []) {
    if (name.length !== 10 || name.toLowerCase() !== 'set-cookie') continue;
    if (cookiePurpose(value.slice(0, value.indexOf('='))) === 'login') return true;
  }
  return false;
}

/** Whether the body, when it is known, may say that nobody is logged in. */
function mayWantLogin({ response }: Exchange): boolean {
  return response?.status === 401 && 'unknown' in response.body;
}

/** Makes a triage that remembers where users log in, and the endpoints that servers name. */
export function createTriage(): Triage {
  const authorizationOrigins = new Set<string>();
  const named = new Set<string>();
  const relevance = (exchange: Exchange): Relevance => {
    if (looksLikeOAuth(exchange)) {
      if (/[?&](?:response_type|client_id|user_code)=/.test(exchange.request.url)) {
        const origin = originOfUrl(exchange.request.url);
        if (origin !== null) authorizationOrigins.add(origin);
      }
      return 'oauth';
    }
    if (isDocument(exchange) || exchange.preflight || setsLoginCookie(exchange)) return 'context';
    if (mayWantLogin(exchange) || codeCopyIn(exchange) !== null) return 'context';
    return exchange.destination === 'unknown' && exchange.failure ? 'context' : 'none';
  };
  const wantsBody = (exchange: Exchange): boolean => {
    const { response } = exchange;
    if (!response || exchange.preflight || isRedirect(response)) return false;
    const found = relevance(exchange);
    if (found === 'oauth') return true;
    if (found !== 'context') return false;
    if (isError(response) || ERROR_PLACE.test(exchange.request.url)) return true;
    const origin = originOfUrl(exchange.request.url);
    return origin !== null && authorizationOrigins.has(origin);
  };
  const isServedApiCall = (exchange: Exchange): boolean => {
    const { destination, request, response } = exchange;
    if (destination !== 'empty' || !isOk(response) || !hasAccessToken(exchange)) return false;
    if (request.body && !('text' in request.body)) return false;
    if (OAUTH_URL.test(request.url) || requestMatches(exchange, FORM_PARAMETER)) return false;
    const endpoint = withoutQuery(request.url);
    return !USER_PATH.test(endpoint) && !named.has(endpoint);
  };
  const learn = ({ response }: Exchange): void => {
    if (!response || !('text' in response.body)) return;
    const text = response.body.text.slice(0, MAX_SCANNED_BODY);
    for (const [, url = ''] of text.matchAll(NAMED_ENDPOINT)) {
      if (named.size < MAX_NAMED) named.add(withoutQuery(url.replaceAll('\\/', '/')));
    }
  };
  return { relevance, wantsBody, isServedApiCall, learn };
}
