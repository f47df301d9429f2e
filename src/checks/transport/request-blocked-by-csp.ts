import { handedOver } from '../../flow/facts/handover-end.ts';
import { startOf } from '../../flow/facts/login-start.ts';
import type { Flow } from '../../flow/flow.ts';
import { cspRefusal } from '../../http/csp.ts';
import { headerValue } from '../../http/headers.ts';
import { isHtml } from '../../http/media-type.ts';
import { responseCookies } from '../../http/set-cookie.ts';
import { isOk } from '../../http/status.ts';
import { originOfUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Message } from '../../oauth/message.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, type Observation } from '../check.ts';
import { failedRequestCheck } from '../shared/failed-request.ts';

const CSP = 'Content-Security-Policy';

const failed = failedRequestCheck({
  title: 'The Content-Security-Policy of the page blocked the request',
  owner: 'client',
  why: 'A page may limit where its scripts, forms and frames send requests. The browser stops all others before they are sent.',
  fix: 'Add the host to connect-src of the Content-Security-Policy of the page.',
  specs: [
    {
      label: 'Content Security Policy section 4.1.2',
      url: 'https://www.w3.org/TR/CSP3/#should-block-request',
    },
  ],
  reasons: ['blocked-by-csp'],
  what: 'was blocked by the Content-Security-Policy of the page',
});

export default defineCheck({
  ...failed,
  aliases: ['csp-blocked'],
  *check(message, flow) {
    yield* failed.check(message, flow);
    if (message.kind !== 'authorization-response') return;
    const found = message.delivered
      ? unsentTokenRequest(message, flow)
      : stoppedForm(message, flow);
    if (found) yield found;
  },
});

/** The token request of a page that its own policy stopped. Chromium reports no such request. */
function unsentTokenRequest(message: AuthorizationResponse, flow: Flow): Observation | null {
  const { exchange, params } = message;
  const { response } = exchange;
  const { request } = flow;
  if (!params.has('code') || !isOk(response) || !request?.effective('code_challenge')) return null;
  if (!isHtml(headerValue(response?.headers ?? [], 'content-type'))) return null;
  if (flow.tokenRequests.length > 0 || handedOver(flow) !== null || startOf(flow).length > 0)
    return null;
  // A server that made a session has redeemed the code itself.
  if (responseCookies(exchange).length > 0 || flow.messages.at(-1) !== message) return null;
  const endpoint =
    stringMember(flow.metadata?.metadata ?? null, 'token_endpoint') ?? request.endpoint;
  const refusal = cspRefusal(exchange, 'connect-src', endpoint);
  if (!refusal) return null;
  const origin = originOfUrl(endpoint) ?? endpoint;
  return {
    at: header(CSP),
    title: 'The Content-Security-Policy of the callback page forbids the token request',
    certainty: 'likely',
    effect: 'client-rejects',
    observed: `The page got the code, and no token request followed. Its ${CSP} has ${refusal.directive} ${quote(refusal.sources, 120)}, which lacks ${origin}.`,
    expected: `connect-src ${origin}`,
    fix: `Add ${origin} to connect-src of the ${CSP} of the page.`,
  };
}

/**
 * A form whose page forbids the way to the client: the form that posts the response, or one whose
 * answer redirects there. Chromium applies form-action to redirects as well, and stays on the page.
 */
function stoppedForm(message: AuthorizationResponse, flow: Flow): Observation | null {
  const { exchange, mode } = message;
  const redirect = redirectTarget(exchange);
  const target =
    redirect ?? (mode === 'form_post' ? flow.request?.effective('redirect_uri') : null);
  if (!target || flow.responses.some(({ delivered }) => delivered)) return null;
  const page = redirect === null ? message : pageWithForm(message, flow);
  const refusal = page && cspRefusal(page.exchange, 'form-action', target, redirect !== null);
  if (!refusal || flow.messages.at(-1) !== message) return null;
  const origin = originOfUrl(target) ?? target;
  const how = redirect === null ? 'The form posts' : 'The answer to the form redirects';
  return {
    at: header(CSP),
    title: 'The Content-Security-Policy of the login page stops the way back to the client',
    certainty: 'likely',
    owner: 'authorization server',
    effect: 'client-rejects',
    observed: `${how} to ${origin}, and the browser did not go there. The page has form-action ${quote(refusal.sources, 120)}${redirect === null ? '' : ', which Chromium applies to redirects as well'}.`,
    expected: `form-action ${origin}`,
    fix: `Add ${origin} to form-action of the page that has the form, or leave form-action out there.`,
  };
}

/** The page of the server with the form that led to the redirect; null when no form was sent. */
function pageWithForm({ exchange }: AuthorizationResponse, { messages }: Flow): Message | null {
  const origin = originOfUrl(exchange.request.url);
  const before = messages.filter(
    (one) =>
      one.exchange.startedAt < exchange.startedAt &&
      originOfUrl(one.exchange.request.url) === origin,
  );
  const page = before.findLast((one) => isOk(one.exchange.response));
  if (!page) return null;
  const since = page.exchange.startedAt;
  const isForm = ({ request, startedAt }: Message['exchange']): boolean =>
    request.method === 'POST' && startedAt > since;
  return isForm(exchange) || before.some((one) => isForm(one.exchange)) ? page : null;
}
