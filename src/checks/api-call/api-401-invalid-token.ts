import { originalOf } from '../../flow/facts/damaged-token.ts';
import { isRenewed } from '../../flow/facts/renewal.ts';
import { NOT_THE_TOKEN } from '../../flow/facts/token-refusal.ts';
import { isOAuthToken, succeededLater } from '../../flow/facts/token-use.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { defineCheck, header, rfc } from '../check.ts';
import { byGateway } from '../shared/answered-by.ts';
import { apiAnswer } from '../shared/api-answer.ts';
import { explained } from '../shared/provider-words.ts';
import { tokenEvidence } from '../shared/token-evidence.ts';

export default defineCheck({
  title: 'API refuses the access token',
  severity: 'error',
  owner: 'resource server',
  basis: 'reported',
  token: 'access_token',
  effect: 'request-fails',
  why: 'The API could not accept the token: expired, for another audience, from another issuer, signed with a key it does not know, or not an access token at all.',
  fix: 'Look at the log of the API, which says what it did not accept, and compare the token with its settings.',
  specs: [rfc(6750, '3.1')],
  aliases: ['api-401-after-fresh-token'],
  subject: 'api-call',
  *check(message, flow) {
    const { exchange, token } = message;
    const { response } = exchange;
    if (!response || token === null || refusedWith(exchange) !== 401) return;
    if (!isOAuthToken(flow, message) && originalOf(flow, token) === null) return;
    const challenge = bearerChallenge(exchange);
    if (NOT_THE_TOKEN.has(challenge?.error ?? '')) return;
    const report = { at: header('WWW-Authenticate'), observed: apiAnswer(exchange) };
    yield {
      ...explained(report, message, flow, { evidence: tokenEvidence(message, flow) }),
      ...(challenge?.error ? {} : byGateway(exchange)),
      // A token that is refused, refreshed and then accepted is normal.
      ...(succeededLater(flow, message) || isRenewed(flow, message) ? { severity: 'info' } : {}),
    };
  },
});
