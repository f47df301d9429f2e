import { isBroken } from '../../flow/facts/broken.ts';
import { failedLanding } from '../../flow/facts/failed-landing.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { httpStatus } from '../../http/status.ts';
import { parseUrl, withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { failureWord } from '../../words/failures.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The browser changed the callback from http to https',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The host once asked for https only (HSTS), or the browser prefers https. Behind the https URL there is no server, or one without the cookies of this login.',
  fix: 'Serve the callback with https and register that URI. On a developer’s machine, delete the HSTS entry of the host (chrome://net-internals/#hsts) or use another host name.',
  specs: [rfc(6797, '8.3')],
  explains: [
    'redirect-landing-failed',
    'redirect-landing-differs',
    'network-tls-failure',
    'network-connection-refused',
    'network-failed',
    'network-reset',
    'correlation-cookie-missing',
    'response-not-http',
  ],
  subject: 'authorization-response',
  *check(message, flow) {
    const { exchange, delivered } = message;
    const { url } = exchange.request;
    if (!delivered || !url.startsWith('https:') || !wasHttp(message, flow)) return;
    const { response, failure } = exchange;
    if (!isBroken(message) && failedLanding(message, flow) === null) return;
    const end = response ? httpStatus(response) : failure ? failureWord(failure) : 'no answer';
    yield {
      at: TARGET_URL,
      observed: `The server returned to ${withoutQuery(asHttp(url))}, the browser called ${withoutQuery(url)}, and that failed: ${end}.`,
      expected: withoutQuery(asHttp(url)),
    };
  },
});

const asHttp = (url: string): string => url.replace(/^https:/, 'http:');

/**
 * Whether the browser itself made https of the URL: the server redirected to http, or the browser
 * answered the http request with a redirect of its own.
 */
function wasHttp({ exchange, issuedBy, params }: AuthorizationResponse, flow: Flow): boolean {
  const { url } = exchange.request;
  const isSame = (other: string): boolean =>
    parseUrl(other)?.protocol === 'http:' && withoutPort(other) === withoutPort(url);
  const code = params.get('code');
  const others = flow.responses.filter((other) => other.params.get('code') === code);
  const onHttp = others.filter((other) => other.delivered && isSame(other.exchange.request.url));
  if (onHttp.length > 0) return onHttp.some((other) => isInternalRedirect(other.exchange));
  const target = issuedBy && issuedBy !== exchange ? redirectTarget(issuedBy) : null;
  return target !== null && isSame(target);
}

/** Host and path: the ports of http and https differ. */
function withoutPort(url: string): string {
  const parsed = parseUrl(url);
  return `${parsed?.hostname}${parsed?.pathname}`;
}

/** What Chromium and Firefox record in place of the request that they did not send. */
function isInternalRedirect({ response }: Exchange): boolean {
  if (!response) return false;
  return (
    /internal redirect/i.test(response.statusText) ||
    headerValue(response.headers, 'non-authoritative-reason') !== null
  );
}
