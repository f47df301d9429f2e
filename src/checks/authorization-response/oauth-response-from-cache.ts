import { handedOver } from '../../flow/facts/handover-end.ts';
import { startOf } from '../../flow/facts/login-start.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { isHtml } from '../../http/media-type.ts';
import { isOk } from '../../http/status.ts';
import { parseUrl, withoutQuery } from '../../http/url.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The callback was answered in the browser; the application never saw it',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  // The client never gets the response, as if it had thrown it away.
  effect: 'client-rejects',
  why: 'The server of the application has to get the response to redeem the code. Something in the browser answered in its place with a stored page.',
  fix: 'Leave the callback out of the service worker: exclude its path from the navigation fallback (navigateFallbackDenylist in Workbox), and let the request go to the network.',
  specs: [rfc(6749, '4.1.2'), rfc(9111, '5.2.2.5')],
  explains: ['redirect-landing-failed', 'code-expired-likely'],
  subject: 'authorization-response',
  *check(message, flow) {
    const { exchange } = message;
    const { response, request, viaWorker, fromCache } = exchange;
    if (!message.delivered || !(viaWorker || fromCache) || !isOk(response)) return;
    if (!isHtml(headerValue(response?.headers ?? [], 'content-type'))) return;
    if (wasTaken(message, flow) || !isForServer(message, flow)) return;
    yield {
      at: TARGET_URL,
      observed: `${request.method} ${withoutQuery(request.url)} was answered ${viaWorker ? 'by a service worker' : 'from the HTTP cache'} with a page, and nothing redeemed the code afterwards.`,
      certainty: 'likely',
      ...(viaWorker ? {} : { fix: 'Answer the callback with Cache-Control: no-store.' }),
    };
  },
});

/** Whether the page redeemed the code itself, or another load of the callback reached the server. */
function wasTaken({ params }: AuthorizationResponse, flow: Flow): boolean {
  const code = params.get('code');
  if (flow.tokenRequests.length > 0 || handedOver(flow) !== null) return true;
  return flow.responses.some(
    ({ exchange, params: other, delivered }) =>
      delivered && other.get('code') === code && !exchange.viaWorker && !exchange.fromCache,
  );
}

/**
 * Whether the server of the application waits for the response: it sent the browser to the
 * authorization server, it keeps the state in a cookie, or the request has no challenge, so that a
 * secret of the server has to protect the code.
 */
function isForServer({ exchange, params }: AuthorizationResponse, flow: Flow): boolean {
  if (!params.has('code')) return false;
  const { request } = flow;
  const host = parseUrl(exchange.request.url)?.hostname;
  if (startOf(flow).some((start) => start.host === host)) return true;
  const cookie = headerValue(exchange.request.headers, 'cookie') ?? '';
  const state = params.get('state');
  if (state && state.length >= MIN_STATE && cookie.includes(state)) return true;
  return request !== null && !request.opaque && !request.effective('code_challenge');
}

const MIN_STATE = 8;
