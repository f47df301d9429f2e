import { headerValue } from '../../http/headers.ts';
import { withoutQuery } from '../../http/url.ts';
import { wantsLogin } from '../../oauth/values/bearer.ts';
import { asksForNoToken } from '../../words/grant-words.ts';
import { cannotTell, defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The API refuses without saying how to get a token',
  severity: 'warning',
  owner: 'resource server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A 401 has to carry WWW-Authenticate. From its resource_metadata an MCP client learns which server issues tokens for this API; without it the client guesses, or gives up.',
  fix: 'Answer 401 with WWW-Authenticate: Bearer resource_metadata="…", the URL of the metadata of this API.',
  specs: [rfc(9110, '15.5.2'), rfc(6750, '3'), rfc(9728, '5.1')],
  explains: ['api-401-no-token'],
  subject: 'api-call',
  *check({ exchange, token }, flow) {
    const { request, response } = exchange;
    if (token !== null || response?.status !== 401 || wantsLogin(exchange)) return;
    if (headerValue(response.headers, 'www-authenticate') !== null) return;
    if (!response.headersComplete) {
      yield cannotTell('The recording leaves out response headers, perhaps WWW-Authenticate too.');
      return;
    }
    yield {
      at: header('WWW-Authenticate'),
      observed: `${request.method} ${withoutQuery(request.url)} was answered 401 without WWW-Authenticate.`,
      // A client that goes on found the server without it.
      ...(asksForNoToken(flow.grant) ? {} : { severity: 'info' as const }),
    };
  },
});
