import { isError } from '../../http/status.ts';
import { originOfUrl } from '../../http/url.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, oidc, parameter } from '../check.ts';

export default defineCheck({
  title: 'The request to start a login has no issuer',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'ended-by-page',
  why: 'Another site asks the client to start a login. iss says at which server, and it is required.',
  fix: 'Send iss with the issuer of the server, beside login_hint and target_link_uri.',
  specs: [oidc('4')],
  subject: 'third-party-initiated-login',
  *check({ issuer, params, exchange }) {
    if (issuer === null) {
      yield {
        at: parameter('iss'),
        observed: 'The request has login_hint and target_link_uri, and no iss.',
        expected: 'The issuer',
      };
      return;
    }
    const target = params.get('target_link_uri');
    const own = originOfUrl(exchange.request.url);
    if (!target || !isError(exchange.response) || originOfUrl(target) === own) return;
    yield {
      at: parameter('target_link_uri'),
      title: 'The client refuses to start a login for a page of another site',
      observed: `target_link_uri is ${quote(target)}, and the client is at ${own}.`,
      expected: `A page at ${own}`,
      why: 'A client has to check target_link_uri, so that nobody can send users elsewhere through it.',
      fix: 'Send a target_link_uri at the host of the client, or register the host there.',
      certainty: 'likely',
    };
  },
});
