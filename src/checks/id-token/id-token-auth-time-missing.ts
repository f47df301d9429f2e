import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { isOfLogin } from '../../flow/facts/login-tokens.ts';
import type { Flow } from '../../flow/flow.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'max_age was sent but auth_time is not in the ID token',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'With max_age the ID token must say when the user logged in. Without auth_time the client cannot tell how old the login is, and libraries refuse it.',
  fix: 'Have the server put auth_time into the ID token; look at claim settings and brokers in between.',
  specs: [oidc('3.1.2.1'), oidc('2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const maxAge = flow.request?.effective('max_age');
    if (!maxAge || !isOfLogin(message) || !idTokenJwt(message) || tellsAuthTime(flow)) return;
    yield {
      at: claim('auth_time'),
      observed: `The authorization request had max_age=${quote(maxAge)}, the ID token has no auth_time.`,
      expected: 'The time at which the user logged in, in seconds since 1970',
    };
  },
});

/**
 * Whether another ID token has auth_time. In the hybrid flow, one of the two is enough (OpenID
 * Connect Core section 3.3.3.6).
 */
function tellsAuthTime({ responses, tokenRequests }: Flow): boolean {
  return [...responses, ...tokenRequests.filter(isOfLogin)].some((message) =>
    Object.hasOwn(idTokenJwt(message)?.claims ?? {}, 'auth_time'),
  );
}
