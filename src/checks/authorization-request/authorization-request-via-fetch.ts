import { startsFlow } from '../../flow/facts/attempt.ts';
import { headerValue } from '../../http/headers.ts';
import { isJson } from '../../http/media-type.ts';
import { isError, isRedirect } from '../../http/status.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import { isByOwnPage } from '../../oauth/values/own-page.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The authorization endpoint is called by a script',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'A script cannot show a login page, and the endpoint must not allow other origins. Often an API answered an expired session with a redirect to the login instead of 401.',
  fix: 'Navigate with window.location.assign(url), and have APIs answer 401 to scripts.',
  specs: [
    rfc(9700, '2.6'),
    {
      label: 'OAuth 2.0 for Browser-Based Applications',
      url: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-browser-based-apps/',
    },
  ],
  explains: [
    'cors-acao-missing',
    'cors-preflight-failed',
    'cors-redirect-blocked',
    'cors-acao-mismatch',
  ],
  subject: 'authorization-request',
  *check(message, flow) {
    if (!startsFlow(message, flow) || !isFetch(message) || answersScripts(message)) return;
    const { request } = message.exchange;
    const origin = headerValue(request.headers, 'origin');
    yield {
      at: TARGET_URL,
      observed: `${request.method} ${message.endpoint} was sent by fetch or XMLHttpRequest${origin && origin !== 'null' ? ` from ${origin}` : ''}.`,
      expected: 'A navigation of the browser',
    };
  },
});

function isFetch({ exchange }: AuthorizationRequest): boolean {
  const { destination, mode, request } = exchange;
  if (isByOwnPage(exchange)) return false;
  if (/prefetch/i.test(headerValue(request.headers, 'sec-purpose') ?? '')) return false;
  return destination === 'empty' && mode !== 'navigate' && mode !== 'unknown';
}

/** Whether this authorization endpoint is made for scripts and answers in JSON, as some are. */
function answersScripts({ exchange }: AuthorizationRequest): boolean {
  const { response, failure, delivered } = exchange;
  if (!response || failure || delivered === false) return false;
  if (isRedirect(response) || isError(response)) return false;
  return isJson(headerValue(response.headers, 'content-type'));
}
