import { readPage } from '../../flow/facts/page-text.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { htmlText } from '../../http/html-text.ts';
import { withoutQuery } from '../../http/url.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { Message } from '../../oauth/message.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';
import { REQUESTS } from '../shared/failed-request.ts';
import { findStatement } from '../shared/statement.ts';

const GATEWAY =
  /nginx|openresty|envoy|istio|cloudflare|awselb|cloudfront|akamai|haproxy|traefik|varnish|apache|kong|google frontend|gws|microsoft-azure|fastly|caddy|squid|bigip/i;

const WORDS: Readonly<Record<number, string>> = {
  502: 'got no usable answer from the server behind it',
  503: 'has no server to pass the request to',
  504: 'waited too long for the server behind it',
};

/** The answer to a callback sets the cookies of a session, which may be large. */
const AT_CALLBACK =
  'Look into the log of the gateway: the application does not run, or its answer to the callback has more cookies than the gateway takes (proxy_buffer_size of nginx).';

export default defineCheck({
  title: 'A gateway in front of the server fails',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A proxy or load balancer answered in place of the server, because it could not reach it or gave up waiting.',
  fix: 'Check that the server behind the gateway runs, and look into the logs of the gateway.',
  specs: [rfc(9110, '15.6.3')],
  explains: [
    'code-handover-failed',
    'token-response-5xx',
    'token-response-html',
    'token-error-nonstandard-shape',
    'error-page-server-error',
    'error-page-shown',
    'redirect-landing-failed',
    'userinfo-failed',
    'cors-acao-missing',
    'cors-on-discovery-missing',
    'jwks-fetch-failed',
  ],
  subject: REQUESTS,
  *check(message, flow) {
    if (message.kind === 'authorization-response' && !message.delivered) return;
    const { request, response } = message.exchange;
    const words = WORDS[response?.status ?? 0];
    if (!response || words === undefined || isOfApplication(message, flow)) return;
    const server = headerValue(response.headers, 'server') ?? '';
    const via = headerValue(response.headers, 'via');
    const page = htmlText(responseText(message.exchange) ?? '').lines[0] ?? '';
    const byPage = /bad gateway|gateway time-?out|no healthy upstream|upstream/i.test(page);
    if (!GATEWAY.test(server) && via === null && !byPage) return;
    const name = server || via || 'a gateway';
    yield {
      at: STATUS,
      observed: `${request.method} ${withoutQuery(request.url)} was answered ${response.status} by ${quote(name, 60)}: it ${words}.`,
      ...(message.kind === 'authorization-response' && response.status === 502
        ? { fix: AT_CALLBACK }
        : {}),
    };
  },
});

/** Whether the application answered itself, and says what failed behind it. */
function isOfApplication({ kind, exchange }: Message, flow: Flow): boolean {
  if (kind !== 'authorization-response' && kind !== 'code-handover') return false;
  const text = readPage(exchange)?.text ?? '';
  return findStatement(text, flow)?.ofNetwork === true;
}
