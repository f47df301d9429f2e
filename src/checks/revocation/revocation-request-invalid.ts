import { isRefused } from '../../flow/facts/said.ts';
import { headerValue } from '../../http/headers.ts';
import { isForm } from '../../http/media-type.ts';
import { queryOf } from '../../http/url.ts';
import type { RevocationRequest } from '../../oauth/kinds/revocation-request.ts';
import { describeFault } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, type Observation, parameter, rfc } from '../check.ts';
import { answerSentence } from '../shared/refusal-words.ts';

/** What a variable without a value turns into. Real tokens are longer. */
const MAX_EMPTY = 20;

export default defineCheck({
  title: 'The revocation request is not in the form that servers read',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The token goes as the parameter token in the form body of a POST. Most servers read nothing else, and the token stays valid.',
  fix: 'Send POST with Content-Type: application/x-www-form-urlencoded and token=… in the body.',
  specs: [rfc(7009, '2.1')],
  explains: ['revocation-failed'],
  subject: 'revocation-request',
  *check(message) {
    if (!isRefused(message.exchange)) return;
    const fault = faultOf(message);
    if (!fault) return;
    const { observed, ...more } = fault;
    yield {
      ...more,
      observed: `${observed} ${answerSentence('The revocation endpoint', message.exchange)}`,
    };
  },
});

function faultOf({ exchange, params, token }: RevocationRequest): Observation | null {
  const { method, headers, body, url } = exchange.request;
  if (body !== null && 'unknown' in body) return null;
  if (method !== 'POST') {
    return { observed: `The request is a ${method}, and revocation is a POST.` };
  }
  const type = headerValue(headers, 'content-type');
  if (token !== null && type !== null && !isForm(type)) {
    return {
      at: header('Content-Type'),
      observed: `Content-Type is ${quote(type)}, and a form is expected.`,
      expected: 'application/x-www-form-urlencoded',
    };
  }
  if (token === null) {
    const inQuery = new URLSearchParams(queryOf(url)).has('token');
    return {
      at: parameter('token'),
      observed: inQuery
        ? 'The token is in the URL and not in the body.'
        : 'The request has no parameter token.',
      ...(inQuery
        ? { fix: 'Move token from the URL into the form body: URLs are kept in logs.' }
        : {}),
    };
  }
  const sent = params.get('token') ?? '';
  const fault = sent.length > MAX_EMPTY ? null : describeFault(sent);
  if (fault === null) return null;
  return {
    at: parameter('token'),
    observed: `token is ${quote(sent)}: ${fault}.`,
    fix: 'Send the token that the client has; it may have been deleted before the request.',
  };
}
