import type { Exchange } from '../../http/exchange.ts';
import { headerSize } from '../../http/header-limit.ts';
import { htmlText } from '../../http/html-text.ts';
import { httpStatus, isError } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

const WORDS =
  /\b(?:request[- ]?)?(?:ur[il]|query string|request[- ]line)\b[^.\n]{0,30}\btoo (?:long|large)\b|\b404\.1[45]\b/i;
const MAX_BODY = 4_000;
/** Servers take this much. */
const NOTABLE = 2_000;
const COUNT = new Intl.NumberFormat('en-GB');

export default defineCheck({
  title: 'The URL is too long for the server',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'ended-by-page',
  why: 'Servers and proxies limit the length of a URL, often to 4 or 8 kB, and refuse longer ones before anything reads them.',
  fix: 'Keep large data out of state and claims, or push the parameters first (PAR), so that the URL has only client_id and request_uri.',
  specs: [rfc(9126, '1'), rfc(9110, '15.5.15')],
  explains: [
    'error-page-shown',
    'error-page-server-error',
    'authorization-endpoint-not-found',
    'redirect-landing-failed',
    'request-headers-too-large',
    'gateway-error',
  ],
  subject: ['authorization-request', 'authorization-response'],
  *check(message) {
    const { exchange } = message;
    if (!exchange.response || !isRefusedForLength(exchange)) return;
    const { url } = exchange.request;
    yield {
      at: TARGET_URL,
      observed: `${withoutQuery(url)} was called with ${COUNT.format(url.length)} characters${largest(message)}, and answered ${httpStatus(exchange.response)}.`,
      ...(message.kind === 'authorization-response'
        ? { fix: 'Keep state small: store what belongs to the login under a short random state.' }
        : {}),
    };
  },
});

function isRefusedForLength(exchange: Exchange): boolean {
  const { response, request } = exchange;
  if (!response || !isError(response) || request.url.length < NOTABLE) return false;
  if (response.status === 414) return true;
  const body = 'text' in response.body ? htmlText(response.body.text.slice(0, MAX_BODY)).text : '';
  if (WORDS.test(`${response.statusText} ${body}`)) return true;
  // The request line counts with the header fields for some servers.
  return response.status === 431 && request.url.length > headerSize(exchange);
}

/** The parameter that most of the length is in. */
function largest({ params }: AuthorizationRequest | AuthorizationResponse): string {
  const [first] = [...params.pairs].sort((a, b) => b.raw.length - a.raw.length);
  return first ? `, ${COUNT.format(first.raw.length)} of them in ${first.name}` : '';
}
