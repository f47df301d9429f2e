import type { HttpRequest } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { isError } from '../../http/status.ts';
import { queryOf } from '../../http/url.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { formParams } from '../../oauth/values/params.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, header, parameter, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';

export default defineCheck({
  title: 'The access token is sent in more than one way',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A request must carry the token once: in the header, in the body or in the query. An API that finds two refuses both.',
  fix: 'Send the token in the Authorization header alone, and remove the parameter access_token.',
  specs: [rfc(6750, '2'), rfc(6750, '3.1')],
  explains: ['api-401-invalid-token', 'api-invalid-request', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check({ exchange }) {
    const { request, response } = exchange;
    if (!isError(response) || (response?.status !== 400 && response?.status !== 401)) return;
    const inHeader = /^(?:bearer|dpop)\s/i.test(
      headerValue(request.headers, 'authorization') ?? '',
    );
    const inQuery = formParams(queryOf(request.url)).has('access_token');
    const ways = [
      ...(inHeader ? ['in the header Authorization'] : []),
      ...(inQuery ? ['in the query'] : []),
      ...(hasInBody(request) ? ['in the body'] : []),
    ];
    if (ways.length < 2) return;
    const said = bearerChallenge(exchange)?.error === 'invalid_request';
    yield {
      at: inQuery ? parameter('access_token') : header('Authorization'),
      observed: `${apiAnswer(exchange)} The request has the token ${list(ways)}.`,
      expected: 'One token in one place',
      ...(said ? {} : { certainty: 'likely' }),
    };
  },
});

function hasInBody({ headers, body }: HttpRequest): boolean {
  const isForm = /x-www-form-urlencoded/i.test(headerValue(headers, 'content-type') ?? '');
  return isForm && body !== null && 'text' in body && /(?:^|&)access_token=./.test(body.text);
}
