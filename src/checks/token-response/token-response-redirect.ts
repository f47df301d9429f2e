import { statusWords } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token endpoint answers with a redirect',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'After 301, 302 and 303 a client repeats the request as GET and without its body, so no token comes back. After 307 and 308 it sends method and body on, with the secrets, to wherever the answer points.',
  fix: 'Call the URL that the redirect names directly, if it is the token endpoint; otherwise find out why the server asks for a login here.',
  specs: [rfc(9110, '15.4'), rfc(6749, '3.2')],
  explains: [
    'token-response-empty',
    'cors-acao-missing',
    'cors-acao-mismatch',
    'token-response-html',
    'token-request-not-post',
    'token-response-not-json',
  ],
  subject: 'token-request',
  *check({ exchange, response: { json } }) {
    const { response } = exchange;
    const target = redirectTarget(exchange);
    const bySign = response?.status === null && target !== null && json === null;
    if (!response || !(bySign || [301, 302, 303, 307, 308].includes(response.status ?? 0))) return;
    yield {
      at: header('Location'),
      observed: `The token endpoint answered ${statusWords(response)}${target ? ` and sent the client to ${withoutQuery(target)}` : ' without a Location'}.`,
      expected: '200 with JSON',
      certainty: bySign ? 'likely' : 'certain',
    };
  },
});
