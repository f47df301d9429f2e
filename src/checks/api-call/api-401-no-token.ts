import { succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { originOf } from '../../http/cors-request.ts';
import { headerValue } from '../../http/headers.ts';
import { statusWords } from '../../http/status.ts';
import { originOfUrl, parseUrl } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { Message } from '../../oauth/message.ts';
import { wantsLogin } from '../../oauth/values/bearer.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import { asksForNoToken } from '../../words/grant-words.ts';
import type { Severity } from '../../words/severities.ts';
import { BODY, cannotTell, defineCheck, header, rfc } from '../check.ts';
import { answerSentence } from '../shared/refusal-words.ts';

export default defineCheck({
  title: 'API call carries no access token',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The API asks for a token, and the request had none: it was not attached, or a redirect took the header away.',
  fix: 'Send Authorization: Bearer with the access token in this request.',
  specs: [rfc(6750, '2.1'), rfc(6750, '3')],
  subject: 'api-call',
  *check(message, flow) {
    const { exchange, token } = message;
    const { headers, headersComplete } = exchange.request;
    const { response: answer } = exchange;
    if (token !== null || !answer || refusedWith(exchange) !== 401) return;
    const answered = statusWords(answer);
    if (wantsLogin(exchange)) {
      yield {
        at: BODY,
        title: 'The API wants a login first',
        observed: answerSentence('The API', exchange),
        fix: 'Log in first, then send this request with what the login gave: the access token (Authorization: Bearer) or the session of the application.',
        severity: severityOf(message, flow, 'error'),
      };
      return;
    }
    if (headerValue(headers, 'authorization') !== null || headerValue(headers, 'cookie') !== null) {
      return;
    }
    if (!headersComplete) {
      yield cannotTell('The recording leaves out request headers, perhaps Authorization too.');
      return;
    }
    const hasToken = holdsToken(flow, message) && isForApi(flow, message);
    // Clients find the authorization server by asking without a token first (RFC 9728).
    const probe = !hasToken || succeededLater(flow, message);
    yield {
      at: header('Authorization'),
      observed: hasToken
        ? `The API answered ${answered} to a request without Authorization, although the client has an access token.`
        : `The API answered ${answered} to a request without Authorization.`,
      expected: 'Authorization: Bearer …',
      severity: severityOf(message, flow, probe ? 'info' : 'error'),
    };
  },
});

/**
 * A refusal is a step when the client then looks for the authorization server, or when it says where
 * to look (RFC 9728 section 5.1), and the end when nothing follows. A search that fails is reported
 * itself.
 */
function severityOf(message: ApiCall, flow: Flow, inLogin: Severity): Severity {
  if (!asksForNoToken(flow.grant)) return inLogin;
  const isStep =
    succeededLater(flow, message) ||
    bearerChallenge(message.exchange)?.resourceMetadata != null ||
    flow.messages.some(isSearch);
  return isStep ? 'info' : 'warning';
}

function isSearch({ kind }: Message): boolean {
  return kind === 'metadata-request' || kind === 'protected-resource-metadata-request';
}

/** Whether the client had a token at that time: issued before, and not given up by a logout. */
function holdsToken({ tokenRequests, request, recording }: Flow, { exchange }: ApiCall): boolean {
  const until = exchange.startedAt;
  const issued = tokenRequests.findLast(
    (token) => token.response.accessToken !== null && token.exchange.startedAt <= until,
  );
  if (!issued) return false;
  const after = issued.exchange.startedAt;
  const servers = new Set(
    [issued.exchange.request.url, request?.endpoint].flatMap((url) => url ?? []),
  );
  return ![...servers].some((server) => recording.loggedOut(server, after, until));
}

/**
 * Whether the token is meant for this API. The page may also call APIs of others, who want tokens
 * of their own.
 */
function isForApi(flow: Flow, { exchange }: ApiCall): boolean {
  const { url } = exchange.request;
  const page = originOf(exchange);
  if (page !== null && isNeighbour(url, page)) return true;
  return flow.messages.some((other) => {
    if (other.kind === 'api-call') {
      return other.token !== null && originOfUrl(other.exchange.request.url) === originOfUrl(url);
    }
    if (other.kind !== 'token-request') return false;
    const claims = jwtOf(other.response.accessToken ?? undefined)?.claims;
    return (
      isNeighbour(url, other.exchange.request.url) ||
      (claims !== undefined && audiences(claims).some((one) => isNeighbour(url, one)))
    );
  });
}

/** Whether two hosts are one, or names under one domain of at least two labels. */
function isNeighbour(one: string, other: string): boolean {
  const [a, b] = [one, other].map((url) => parseUrl(url)?.hostname ?? '');
  if (!a || !b) return false;
  const domain = (host: string): string => host.split('.').slice(-2).join('.');
  return a === b || (domain(a) === domain(b) && domain(a).length > SHORT_DOMAIN);
}

/** Domains as short as `co.uk` and `com.au` are shared by strangers. */
const SHORT_DOMAIN = 6;
