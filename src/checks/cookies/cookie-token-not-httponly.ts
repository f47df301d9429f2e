import type { Flow } from '../../flow/flow.ts';
import { isRemoval } from '../../http/cookie-scope.ts';
import { percentDecoded } from '../../http/percent.ts';
import { responseCookies } from '../../http/set-cookie.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import { cookie, defineCheck } from '../check.ts';

export default defineCheck({
  title: 'A token is in a cookie that scripts can read',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'A script that an attacker brings into the page reads every cookie without HttpOnly, and can take the token away.',
  fix: 'Set this cookie with HttpOnly, Secure and SameSite, or keep the token at the server.',
  specs: [
    {
      label: 'OAuth 2.0 for Browser-Based Applications section 6.1.3.2',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps#section-6.1.3.2',
    },
  ],
  subject: ['authorization-response', 'landing', 'code-handover'],
  *check(message, flow) {
    const { exchange } = message;
    if (message.kind === 'authorization-response' && !message.delivered) return;
    const tokens = tokensOf(flow);
    for (const set of responseCookies(exchange)) {
      if (set.httpOnly || isRemoval(set, exchange.startedAt)) continue;
      const value = percentDecoded(set.value).replace(/^"|"$/g, '');
      // Anything else that is signed is made for scripts, such as a token against CSRF.
      const isToken = tokens.has(value) || jwtOf(value)?.claims?.iss !== undefined;
      if (!isToken) continue;
      yield {
        at: cookie(set.name),
        observed: `${quote(set.name, 48)} holds ${tokens.has(value) ? 'a token of this login' : 'a JWT of an issuer'} and has no HttpOnly.`,
        expected: 'HttpOnly',
      };
    }
  },
});

function tokensOf({ tokenRequests }: Flow): ReadonlySet<string> {
  return new Set(
    tokenRequests.flatMap(({ response }) =>
      [response.accessToken, response.refreshToken, response.idToken?.text].flatMap(
        (token) => token || [],
      ),
    ),
  );
}
