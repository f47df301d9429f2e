import { serverTime } from '../../flow/facts/id-token.ts';
import type { Flow } from '../../flow/flow.ts';
import { hostOf, originOfUrl } from '../../http/url.ts';
import type { IntrospectionRequest } from '../../oauth/kinds/introspection-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { jwtOf, numericClaim } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, member, type Observation, rfc } from '../check.ts';

export default defineCheck({
  title: 'The server says that the token is not active',
  severity: 'info',
  owner: 'client',
  basis: 'reported',
  token: 'token',
  why: 'That is the answer for a token that has expired, was revoked, is unknown to this server, or is not for the API that asks. The server does not say which.',
  fix: 'Compare the issuer of the token with the server that was asked, then its end and its audience.',
  specs: [rfc(7662, '2.2')],
  subject: 'introspection-request',
  *check(message, flow) {
    if (message.active !== false) return;
    yield {
      at: member('active'),
      observed: 'The answer is "active": false.',
      ...reasonFor(message, flow),
    };
  },
});

function reasonFor({ token, exchange }: IntrospectionRequest, flow: Flow): Partial<Observation> {
  const revoked = flow.messages.find(
    (one) =>
      one.kind === 'revocation-request' &&
      one.token === token &&
      one.exchange.startedAt <= exchange.startedAt,
  );
  if (revoked) {
    const ago = span(exchange.startedAt - revoked.exchange.startedAt);
    return { observed: `The answer is "active": false. The token was revoked ${ago} earlier.` };
  }
  const claims = jwtOf(token)?.claims ?? null;
  const exp = claims && numericClaim(claims, 'exp');
  const late = exp === null ? 0 : (serverTime(exchange) ?? exchange.startedAt) - exp * 1_000;
  if (late > 0) {
    return {
      observed: `The answer is "active": false. By its claim exp the token expired ${span(late)} before.`,
      fix: 'Get a new access token, by refresh or by a new login.',
    };
  }
  const issuer = stringMember(claims, 'iss');
  const { url } = exchange.request;
  if (issuer === null || originOfUrl(issuer) === originOfUrl(url)) return {};
  return {
    observed: `The answer is "active": false. The issuer of the token is ${quote(issuer)}, and ${hostOf(url)} was asked.`,
    fix: `Ask the introspection endpoint of ${quote(issuer)}.`,
  };
}
