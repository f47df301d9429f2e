import { withoutQuery } from '../../http/url.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'The token endpoint does not exist at this URL',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The server knows no token endpoint there. Guessed paths, a missing realm or tenant segment, and a prefix that an upgrade removed are the usual reasons.',
  fix: 'Take token_endpoint from the metadata of the server instead of building the URL.',
  specs: [rfc(8414, '2')],
  explains: [
    'token-response-html',
    'token-error-nonstandard-shape',
    'token-response-not-json',
    'cors-acao-missing',
  ],
  subject: 'token-request',
  *check({ exchange, response }, { metadata }) {
    const status = exchange.response?.status ?? 0;
    if (![404, 405, 501].includes(status) || response.error !== null) return;
    const url = withoutQuery(exchange.request.url);
    const known = stringMember(metadata?.metadata ?? null, 'token_endpoint');
    yield {
      at: STATUS,
      observed: `${exchange.request.method} ${url} was answered ${status}.`,
      ...(known !== null && known !== url ? { expected: `${known}, as the metadata says` } : {}),
    };
  },
});
