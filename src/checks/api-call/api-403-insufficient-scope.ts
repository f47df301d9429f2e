import { scopeRefusal } from '../../flow/facts/scope-refusal.ts';
import { scopesOf } from '../../flow/facts/token-use.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, header, type Observation, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';
import { missingScope } from '../shared/missing-scope.ts';
import { explained } from '../shared/provider-words.ts';

export default defineCheck({
  title: 'The token lacks the scope for this call',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The token is valid, but was not granted for this operation: the scope was not asked for, not allowed or not consented to.',
  fix: 'Ask for the scope in the authorization request and use the new token.',
  specs: [rfc(6750, '3.1'), rfc(9068, '2.2.3')],
  explains: ['api-403-other', 'userinfo-failed'],
  aliases: ['access-token-scope-missing'],
  subject: ['api-call', 'userinfo-request'],
  *check(message, flow) {
    const { exchange, token } = message;
    const refusal = scopeRefusal(exchange);
    if (!refusal || token === null) return;
    const { wanted, inBody } = refusal;
    const have = scopesOf(flow, token);
    const names = (scopes: readonly string[]): string => list(scopes.map((one) => quote(one, 80)));
    const wants = wanted.length > 0 ? `It wants ${names(wanted)}` : 'It does not say which';
    const granted = have ? `; the token has ${have.length > 0 ? names(have) : 'no scope'}` : '';
    const { told, ...more } = missingScope(wanted, token, flow);
    const report: Observation = {
      at: inBody || bearerChallenge(exchange) === null ? BODY : header('WWW-Authenticate'),
      observed: `${apiAnswer(exchange)} ${wants}${granted}${told}.`,
      ...(wanted.length > 0 ? { expected: names(wanted) } : {}),
      ...more,
    };
    yield explained(report, message, flow);
  },
});
