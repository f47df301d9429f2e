import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { withoutQuery } from '../../http/url.ts';
import { wantsLogin } from '../../oauth/values/bearer.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { asksForNoToken } from '../../words/grant-words.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, header, type Observation, rfc } from '../check.ts';

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
    // A client that goes on found the server without it.
    const found = asksForNoToken(flow.grant) ? {} : { severity: 'info' as const };
    const sent = headerValue(response.headers, 'www-authenticate');
    if (sent !== null) {
      const fault = challengeFault(exchange, sent);
      if (fault !== null) yield { ...fault, ...found };
      return;
    }
    if (!response.headersComplete) {
      yield cannotTell('The recording leaves out response headers, perhaps WWW-Authenticate too.');
      return;
    }
    yield {
      at: header('WWW-Authenticate'),
      observed: `${request.method} ${withoutQuery(request.url)} was answered 401 without WWW-Authenticate.`,
      ...found,
    };
  },
});

/** Why a client finds no metadata by this challenge; null when it does, or may look elsewhere. */
function challengeFault(exchange: Exchange, sent: string): Observation | null {
  const at = header('WWW-Authenticate');
  const observed = `WWW-Authenticate is ${quote(sent, 200)}`;
  const challenge = bearerChallenge(exchange);
  if (challenge === null) {
    if (!/\bresource_metadata\b/i.test(sent)) return null;
    return {
      at,
      title: 'The API names its metadata in a challenge that cannot be read',
      observed: `${observed}. A challenge begins with its scheme, and this one has neither Bearer nor DPoP.`,
      expected: 'Bearer resource_metadata="…"',
    };
  }
  const { resourceMetadata } = challenge;
  if (resourceMetadata === null || /^https?:\/\/[^/]/i.test(resourceMetadata)) return null;
  return {
    at,
    title: 'resource_metadata in the challenge of the API is no whole URL',
    observed: `${observed}. A client cannot ask ${quote(resourceMetadata)}.`,
    expected: 'An absolute URL in resource_metadata',
    fix: 'Write the whole URL of the metadata into resource_metadata, with https and the host.',
  };
}
