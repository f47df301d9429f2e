import { startingOrigin } from '../../flow/facts/redirect-witness.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { hasStatus } from '../../http/status.ts';
import { isLoopbackHost, originOfUrl, parseUrl } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  title: 'The callback is at another origin than the page that began the login',
  severity: 'warning',
  owner: 'client',
  basis: 'heuristic',
  why: 'sessionStorage and localStorage belong to one origin: scheme, host and port. What the first page stored (state, nonce, verifier) is not there for the callback.',
  fix: 'Open the application at the origin of its redirect URI, or send and register a redirect URI at the origin of the page.',
  // no specification: the HTML standard has storage for each origin, and says nothing of OAuth.
  specs: [],
  explains: [
    'code-verifier-missing',
    'token-error-invalid-grant',
    'token-error-invalid-request',
    'redirect-landing-failed',
  ],
  subject: 'flow',
  *check(flow) {
    const response = flow.responses.find(
      ({ delivered, params }) => delivered && params.has('code'),
    );
    const [from, to] = [startingOrigin(flow), originOfUrl(response?.exchange.request.url ?? '')];
    if (!response || !from || !to || from === to || beganAtServer(flow)) return;
    const lost = requestWithoutVerifier(flow);
    if (lost === null && !(areOneHost(from, to) && isLeftAlone(response, flow))) return;
    const message = flow.messages.indexOf(lost ?? response);
    yield {
      message,
      observed: `The page that began the login is at ${from}, and the response came to ${to}${lost ? ', whose token request has no code_verifier' : ', which did not redeem the code'}.`,
      expected: 'One origin',
      ...(lost ? { severity: 'error', effect: 'request-fails' } : {}),
    };
  },
});

/** One page under two names or schemes. Another port may be the back end of the page. */
function areOneHost(one: string, other: string): boolean {
  const [a, b] = [parseUrl(one), parseUrl(other)];
  if (!a || !b) return false;
  if (a.hostname === b.hostname) return a.protocol !== b.protocol;
  const isAlias = a.hostname === `www.${b.hostname}` || b.hostname === `www.${a.hostname}`;
  const areLoopback = isLoopbackHost(a.hostname) && isLoopbackHost(b.hostname);
  return (isAlias || areLoopback) && a.port === b.port;
}

/** Whether a server of the application sent the browser to the login. It keeps its data in cookies. */
function beganAtServer({ request, recording }: Flow): boolean {
  if (request === null) return true;
  const { exchange } = request;
  return recording.redirectedTo(exchange.request.url, exchange.startedAt) !== null;
}

/** The refused token request of the page that lacks the verifier of the challenge. */
function requestWithoutVerifier({ request, tokenRequests }: Flow) {
  if (!request?.effective('code_challenge')) return null;
  const found = tokenRequests.find(
    (token) =>
      token.grant === 'authorization_code' &&
      isFromPage(token) &&
      !token.params.get('code_verifier') &&
      token.response.error !== null,
  );
  return found ?? null;
}

/** Whether the callback is a page that did nothing with the code. */
function isLeftAlone({ exchange }: AuthorizationResponse, flow: Flow): boolean {
  const { response } = exchange;
  if (!response || !hasStatus(response, 200, 299)) return false;
  if (headerValue(response.headers, 'set-cookie') !== null) return false;
  const uses = ['token-request', 'code-handover', 'api-call', 'userinfo-request', 'landing'];
  return !flow.messages.some(({ kind }) => uses.includes(kind));
}
