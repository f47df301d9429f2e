import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { expectedIssuer, isSameIssuer } from '../../flow/facts/issuer.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { sharesKeys } from '../../providers/registry/issuers.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'iss of the ID token is not the issuer of the server',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'A client must refuse a token whose issuer differs in any character from the one it expects. The usual reasons are host names behind proxies and slashes at the end.',
  fix: 'Make the issuer in the metadata and the one in the tokens the same string.',
  specs: [oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const jwt = idTokenJwt(message);
    const actual = stringMember(jwt?.claims ?? null, 'iss');
    const expected = actual === null ? null : expectedIssuer(flow, message);
    if (actual === null || expected === null || isSameIssuer(expected, actual)) return;
    if (jwt && sharesKeys(jwt.claims)) return;
    const difference = describeDifference(actual, expected);
    yield {
      at: claim('iss'),
      observed: `iss is ${quote(actual)}${difference === null ? '' : ` (${difference})`}, the server calls itself ${quote(expected)}.`,
      expected: quote(expected),
    };
  },
});
