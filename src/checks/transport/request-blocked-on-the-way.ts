import { type Intermediary, intermediaryOf } from '../../http/intermediary.ts';
import { hasStatus, httpStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { correlationIds } from '../../providers/registry/correlation-ids.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';
import { REQUESTS } from '../shared/failed-request.ts';

type Kind = Exclude<Intermediary['kind'], 'gateway'>;

const TITLES: Readonly<Record<Kind, string>> = {
  firewall: 'A firewall in front of the server blocks the request',
  'web filter': 'A web filter of this network blocks the request',
  'bot check': 'A check for robots in front of the server stops the request',
  proxy: 'A proxy refuses the request',
};

const FIXES: Readonly<Record<Kind, string>> = {
  firewall: 'Have the operator of the firewall let this request pass',
  'web filter': 'Have the administrators of this network allow the host',
  'bot check':
    'Have the operator exempt this URL from the check: scripts and servers cannot answer it',
  proxy: 'Have the operator of the proxy allow the host and the method',
};

export default defineCheck({
  title: 'Something between client and server blocks the request',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The answer is not the one of the server: something in front of it refused the request. The server has not seen it, so its settings, scopes and tokens have no part in this.',
  fix: 'Have the operator of what blocks the request let it pass.',
  specs: [rfc(9110, '3.7')],
  explains: [
    'userinfo-failed',
    'api-403-other',
    'api-401-invalid-token',
    'api-401-no-token',
    'token-error-nonstandard-shape',
    'token-response-html',
    'token-response-5xx',
    'token-endpoint-not-found',
    'error-page-shown',
    'error-page-server-error',
    'redirect-landing-failed',
    'code-handover-failed',
    'discovery-not-json',
    'cors-acao-missing',
    'cors-on-discovery-missing',
    'cors-preflight-failed',
    'gateway-error',
  ],
  aliases: ['token-response-waf'],
  subject: REQUESTS,
  *check(message) {
    if (message.kind === 'authorization-response' && !message.delivered) return;
    const { exchange } = message;
    const { request, response, destination } = exchange;
    const found = intermediaryOf(exchange);
    if (!response || !found || found.kind === 'gateway' || hasStatus(response, 502, 504)) return;
    // Browsers answer such a check by themselves, or the user does.
    const isPage = destination === 'document' || destination === 'iframe';
    const { kind, name, words } = found;
    const by = name === null ? `a ${kind}` : `${name}, a ${kind}`;
    const said = words === null ? '' : `: ${quote(words, 200)}`;
    const id = correlationIds(response.headers, words ?? '')[0];
    yield {
      at: STATUS,
      title: TITLES[kind],
      observed: `${request.method} ${withoutQuery(request.url)} was answered ${httpStatus(response)} by ${by}, not by the server${said}.`,
      fix: id
        ? `${FIXES[kind]}, and name its ${id.name} ${quote(id.value, 80)}.`
        : `${FIXES[kind]}.`,
      ...(kind === 'bot check' && isPage ? { severity: 'info', effect: null } : {}),
    };
  },
});
