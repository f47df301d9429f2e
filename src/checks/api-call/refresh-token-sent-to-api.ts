import type { Flow } from '../../flow/flow.ts';
import { originOf } from '../../http/cors-request.ts';
import { memoised } from '../../http/memo.ts';
import { isSameSite } from '../../http/site.ts';
import { isError, statusWords } from '../../http/status.ts';
import { originOfUrl, queryOf } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import { formParams } from '../../oauth/values/params.ts';
import { defineCheck, header, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The refresh token is sent to an API',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'A refresh token is for the authorization server alone. An API cannot use it, and whoever has it can get access tokens for a long time.',
  fix: 'Send the access token. Then revoke this refresh token, and check whether the two are stored under the right names.',
  specs: [rfc(6749, '1.5'), rfc(6749, '10.4')],
  explains: ['api-401-invalid-token', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange, token } = message;
    const { response } = exchange;
    const secret = secretsOf(flow);
    const inHeader = token !== null && secret.has(token);
    const query = formParams(queryOf(exchange.request.url)).get('refresh_token');
    if (!inHeader && !(query && secret.has(query))) return;
    const to = originOfUrl(exchange.request.url);
    const refused = isError(response) || refusedWith(exchange) !== null;
    const answer = response ? ` ${to} answered ${statusWords(response)}.` : '';
    yield {
      at: inHeader ? header('Authorization') : parameter('refresh_token'),
      observed: `The request to ${to} carries the refresh token ${inHeader ? 'as its access token' : 'in its URL'}.${answer}`,
      expected: 'The access token',
      // The back end of the application may keep the refresh token itself.
      severity: isOwn(message, flow) ? 'warning' : 'error',
      ...(refused ? { effect: 'request-fails' } : {}),
    };
  },
});

/** Refresh tokens of the flow that are not access tokens as well. */
const secretsOf = memoised(({ tokenRequests }: Flow): ReadonlySet<string> => {
  const found = new Set(tokenRequests.flatMap(({ response }) => response.refreshToken ?? []));
  for (const { response } of tokenRequests) found.delete(response.accessToken ?? '');
  return found;
});

/** Whether the request went to the site of the application or to the authorization server. */
function isOwn({ exchange }: Message, flow: Flow): boolean {
  const { url } = exchange.request;
  const redirectUri = flow.request?.effective('redirect_uri');
  const server = flow.tokenRequests[0]?.exchange.request.url;
  return [originOf(exchange), redirectUri, server].some(
    (own) => own && /^https?:/.test(own) && isSameSite(own, url) !== false,
  );
}
