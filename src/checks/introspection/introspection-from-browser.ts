import { originOf } from '../../http/cors-request.ts';
import { originOfUrl } from '../../http/url.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import { defineCheck, rfc } from '../check.ts';

export default defineCheck({
  title: 'A page asks the introspection endpoint about a token',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'Introspection is for APIs, which authenticate to it. A page cannot keep such credentials, and an access token is not made for the client to look into.',
  fix: 'Let the API introspect the token, and let the page ask the UserInfo endpoint or its own back end.',
  specs: [rfc(7662, '2.1'), rfc(7662, '4')],
  subject: 'introspection-request',
  *check(message) {
    if (!isFromPage(message)) return;
    const isOwn = originOf(message.exchange) === originOfUrl(message.exchange.request.url);
    const hasSecret = clientAuthentication(message).kind === 'method';
    yield {
      observed: `A script of ${originOf(message.exchange) ?? 'a page'} sent the introspection request${hasSecret ? ', with the credentials of a client' : ''}.`,
      // A server may answer public clients; its own console asks when an administrator wants it to.
      ...(isOwn || !hasSecret ? { severity: 'info' } : {}),
    };
  },
});
