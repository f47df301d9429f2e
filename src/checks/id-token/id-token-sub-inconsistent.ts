import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { earlierIdToken } from '../../flow/facts/login-tokens.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'Two ID tokens of one login are about different users',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'The ID token of the token endpoint, and that of a refresh, must have the sub of the first one. Otherwise the client must not use it: the account was switched, or the tokens are mixed up.',
  fix: 'Discard the tokens and log in again; if it happens again, find out why the server answers with the session of another user.',
  specs: [oidc('3.3.3.6'), oidc('12.2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const claims = idTokenJwt(message)?.claims ?? null;
    const first = earlierIdToken(flow, message);
    const [sub, before] = [stringMember(claims, 'sub'), stringMember(first, 'sub')];
    if (sub === null || before === null || sub === before) return;
    // One user under two names is a matter of the server's data.
    if (OF_USER.some((name) => isSame(stringMember(claims, name), stringMember(first, name))))
      return;
    yield {
      at: claim('sub'),
      observed: `This ID token has sub ${quote(sub, 80)}, the first one had ${quote(before, 80)}.`,
      expected: quote(before, 80),
    };
  },
});

/** Claims that two users of one server do not share. */
const OF_USER = ['oid', 'email', 'preferred_username', 'upn'];

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}
