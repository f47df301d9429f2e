import { headerValue } from '../../http/headers.ts';
import { statusWords } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { LoginButtonRequest } from '../../oauth/kinds/login-button-request.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, STATUS } from '../check.ts';
import { explained } from '../shared/provider-words.ts';

export default defineCheck({
  title: 'The provider refuses its login button to this page',
  severity: 'error',
  owner: 'registration',
  basis: 'observed',
  effect: 'ended-by-page',
  why: 'The provider shows its button only on pages whose origin is registered for the client. Redirect URIs do not count for that.',
  fix: 'Register the origin of the page for the client, and let the page send it: no Referrer-Policy of no-referrer.',
  // There is no specification: providers define their buttons themselves.
  specs: [],
  explains: ['cors-acao-missing'],
  subject: 'login-button-request',
  *check(message, flow) {
    const { exchange, params } = message;
    const first = flow.messages.find(({ kind }) => kind === message.kind);
    if (!exchange.response || (first && first !== message)) return;
    const { method, url } = exchange.request;
    const page = pageOf(message);
    const report: Observation = {
      at: STATUS,
      observed: `${method} ${withoutQuery(url)} answered ${statusWords(exchange.response)} ${page === null ? 'to a page that the request does not name' : `to the page ${page}`}, for client_id ${quote(params.get('client_id') ?? '')}.`,
      certainty: 'likely',
    };
    yield explained(report, message, flow);
  },
});

/** The origin of the page, as the provider sees it. */
function pageOf({ exchange: { request } }: LoginButtonRequest): string | null {
  const said = ['origin', 'referer'].map((name) => headerValue(request.headers, name));
  return said.map((one) => (one === null ? null : originOfUrl(one))).find(Boolean) ?? null;
}
