import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { issuedBy, scopesOf } from '../../flow/facts/token-use.ts';
import { isOk } from '../../http/status.ts';
import { userinfoAnswer } from '../../oauth/documents/userinfo-answer.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, member, oidc } from '../check.ts';

/** OpenID Connect Core section 5.4. */
const CLAIMS: readonly (readonly [scope: string, claims: readonly string[]])[] = [
  [
    'profile',
    [
      'name',
      'family_name',
      'given_name',
      'middle_name',
      'nickname',
      'preferred_username',
      'profile',
      'picture',
      'website',
      'gender',
      'birthdate',
      'zoneinfo',
      'locale',
      'updated_at',
    ],
  ],
  ['email', ['email', 'email_verified']],
  ['address', ['address']],
  ['phone', ['phone_number', 'phone_number_verified']],
];

export default defineCheck({
  title: 'The answer lacks claims that were asked for by scope',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'A scope such as email asks for claims, and the server leaves out those that it does not know of this user or is not configured to release.',
  fix: 'Check that the user has the values, and that the server releases the claims of the scope to this client.',
  specs: [oidc('5.4'), oidc('5.3')],
  subject: 'userinfo-request',
  *check(message, flow) {
    const { exchange, token } = message;
    if (token === null || !isOk(exchange.response)) return;
    if (flow.messages.find(({ kind }) => kind === 'userinfo-request') !== message) return;
    const { claims } = userinfoAnswer(exchange);
    if (!claims || typeof claims.sub !== 'string') return;
    const issue = issuedBy(flow, token);
    const inToken = (issue && idTokenJwt(issue)?.claims) ?? {};
    const scopes = scopesOf(flow, token) ?? flow.request?.effective('scope')?.split(/\s+/) ?? [];
    const missing = CLAIMS.filter(
      ([scope, names]) =>
        scopes.includes(scope) &&
        !names.some((name) => Object.hasOwn(claims, name) || Object.hasOwn(inToken, name)),
    );
    if (missing.length === 0) return;
    yield {
      at: member(missing[0]?.[1][0] ?? 'sub'),
      observed: `The scope has ${list(missing.map(([scope]) => scope))}, and neither the answer nor the ID token has a claim of ${missing.length === 1 ? 'it' : 'them'}.`,
    };
  },
});
