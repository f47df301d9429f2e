import { scopesOf } from '../../flow/facts/token-use.ts';
import { statusWords } from '../../http/status.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The token lacks the scope for this call',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The token is valid, but was not granted for this operation: the scope was not asked for, not allowed or not consented to.',
  fix: 'Ask for the scope in the authorization request and use the new token.',
  specs: [rfc(6750, '3.1')],
  explains: ['api-403-other', 'userinfo-failed'],
  subject: ['api-call', 'userinfo-request'],
  *check({ exchange, token }, flow) {
    const { response } = exchange;
    if (!response || refusedWith(exchange) !== 403) return;
    const challenge = bearerChallenge(exchange);
    if (!challenge) return;
    if (challenge.error !== 'insufficient_scope' && !challenge.scopes?.length) return;
    const have = token === null ? null : scopesOf(flow, token);
    const names = (scopes: readonly string[]): string => list(scopes.map((one) => quote(one, 80)));
    const wanted = challenge.scopes?.length
      ? `It wants ${names(challenge.scopes)}`
      : 'It does not say which';
    const granted = have ? `; the token has ${have.length > 0 ? names(have) : 'no scope'}` : '';
    yield {
      at: header('WWW-Authenticate'),
      observed: `The API answered ${statusWords(response)} ${quote(challenge.error ?? 'with a scope', 60)}. ${wanted}${granted}.`,
      ...(challenge.scopes?.length ? { expected: names(challenge.scopes) } : {}),
    };
  },
});
