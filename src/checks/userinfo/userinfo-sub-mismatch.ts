import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { issuedBy } from '../../flow/facts/token-use.ts';
import { userinfoAnswer } from '../../oauth/documents/userinfo-answer.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, oidc } from '../check.ts';

export default defineCheck({
  title: 'UserInfo is about another user',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  why: 'sub of the UserInfo response and of the ID token have to be the same. Otherwise the client must not use the response.',
  fix: 'Discard both and log in again; make sure that token and ID token come from the same login.',
  specs: [oidc('5.3')],
  subject: 'userinfo-request',
  *check({ exchange, token }, flow) {
    if (token === null) return;
    const actual = stringMember(userinfoAnswer(exchange).claims, 'sub');
    const issue = issuedBy(flow, token);
    const claims = issue ? idTokenJwt(issue)?.claims : undefined;
    const expected = stringMember(claims ?? null, 'sub');
    if (actual === null || expected === null || actual === expected) return;
    yield {
      at: member('sub'),
      observed: `UserInfo has sub ${quote(actual, 80)}, the ID token has ${quote(expected, 80)}.`,
      expected: quote(expected, 80),
    };
  },
});
